package io.jenkins.plugins.drs.plugin.run;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Result;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jvnet.hudson.test.JenkinsRule;

/** Runs a check against an endpoint that nothing reaches but a proxy, which refuses it. */
final class CheckThroughProxy {
    private static final String PLAN = "/io/jenkins/plugins/drs/samples/three-tier/plan.yaml";

    private CheckThroughProxy() {}

    /** The build's log. */
    static String run(JenkinsRule jenkins, String endpoint) throws Exception {
        DisasterRecoveryConfiguration.get().setEndpointOverride(endpoint);
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new AWSCredentialsImpl(CredentialsScope.GLOBAL, "aws-dr", "AKIATESTTESTTESTTEST", "secret", "test"));
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "check");
        try (InputStream in = DrillHost.class.getResourceAsStream(PLAN)) {
            String plan = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            job.setDefinition(
                    new CpsFlowDefinition("drsCheck planText: '''" + plan + "''', credentialsId: 'aws-dr'", true));
        }
        return JenkinsRule.getLog(jenkins.buildAndAssertStatus(Result.FAILURE, job));
    }
}
