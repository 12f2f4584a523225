package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.JenkinsLocationConfiguration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class DrsDrillStepTest {
    private static final String DRILL = "def r = drsDrill planText: plan, credentialsId: 'aws-dr'\n";

    private final SimulatedAws aws = new SimulatedAws();
    private JenkinsRule jenkins;

    @BeforeEach
    void setUp(JenkinsRule rule) throws Exception {
        jenkins = rule;
        aws.useIn(rule);
    }

    @AfterEach
    void tearDown() {
        aws.close();
    }

    @Test
    void shouldRunWholePlanAndReturnReadableResult() throws Exception {
        WorkflowJob job = Pipelines.job(
                jenkins,
                "drill",
                SimulatedAws.plan(),
                DRILL + "echo \"got ${r.status} ${r.waves[0].servers*.hostname} ${r.rtoSeconds > 0} ${r.rtoMet}\"");

        WorkflowRun build = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("got COMPLETED [shop-db-1, shop-db-2] true true", build);
        jenkins.assertLogContains("[drs] Wave 3/3 Web: COMPLETED", build);
        assertThat(aws.calls("StartRecovery")).isEqualTo(3);
        assertThat(aws.drillInstances()).isZero();
    }

    @Test
    void shouldArchiveArtifactsWithoutWorkspace() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertSuccess(Pipelines.job(jenkins, "drill", SimulatedAws.plan(), DRILL));

        List<String> paths = build.getArtifacts().stream()
                .map(artifact -> artifact.relativePath)
                .toList();
        assertThat(paths)
                .contains(
                        "drs/three-tier-shop/audit.jsonl",
                        "drs/three-tier-shop/junit.xml",
                        "drs/three-tier-shop/report/index.html",
                        "drs/three-tier-shop/results.json",
                        "drs/three-tier-shop/waves/01-database.json");
    }

    @Test
    void shouldNameAddressOfReportInPlainConsole() throws Exception {
        WorkflowJob job = Pipelines.job(jenkins, "drill", SimulatedAws.plan(), DRILL);
        WorkflowRun whole = jenkins.buildAndAssertSuccess(job);
        JenkinsLocationConfiguration.get().setUrl(null);
        WorkflowRun relative = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("Report: " + jenkins.getURL() + page(whole), whole);
        jenkins.assertLogContains("Report: /" + page(relative), relative);
    }

    private static String page(WorkflowRun build) {
        return build.getUrl() + "drs/"
                + DrillIndex.get().of(build).get(0).record().executionId() + "/";
    }

    @Test
    void shouldRunInDeclarativePipelineWithPlanFile() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "declarative");
        job.setDefinition(new CpsFlowDefinition(
                "pipeline { agent any; stages { stage('Drill') { steps {\n"
                        + "writeFile file: 'dr/plan.yaml', text: '''" + SimulatedAws.plan() + "'''\n"
                        + "drsDrill planFile: 'dr/plan.yaml', plan: 'three-tier-shop', credentialsId: 'aws-dr'\n"
                        + "} } } }",
                true));

        jenkins.buildAndAssertSuccess(job);

        assertThat(aws.calls("StartRecovery")).isEqualTo(3);
    }

    @Test
    void shouldMarkBuildUnstableWhenSomeServersFail() throws Exception {
        aws.fault("{\"kind\": \"failLaunch\", \"match\": {\"servers\": [\"shop-web-1\"]}}");
        WorkflowJob job = Pipelines.job(
                jenkins, "drill", SimulatedAws.plan(), DRILL + "echo \"got ${r.status} ${r.waves*.status}\"");

        WorkflowRun build = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);

        jenkins.assertLogContains("got PARTIAL [COMPLETED, COMPLETED, PARTIAL]", build);
        assertThat(aws.drillInstances()).isZero();
    }

    @Test
    void shouldLeaveBuildAloneWhenPartialIsIgnored() throws Exception {
        aws.fault("{\"kind\": \"failLaunch\", \"match\": {\"servers\": [\"shop-web-1\"]}}");

        jenkins.buildAndAssertSuccess(Pipelines.job(
                jenkins,
                "drill",
                SimulatedAws.plan(),
                "drsDrill planText: plan, credentialsId: 'aws-dr', onPartial: 'ignore'"));
    }

    @Test
    void shouldFailWhenDrillFailsUnlessNotPropagated() throws Exception {
        aws.fault("{\"kind\": \"accessDenied\", \"match\": {\"operation\": \"DescribeSourceServers\"}}");

        WorkflowRun failed = jenkins.buildAndAssertStatus(
                Result.FAILURE, Pipelines.job(jenkins, "fails", SimulatedAws.plan(), DRILL));
        WorkflowRun told = jenkins.buildAndAssertSuccess(
                Pipelines.job(
                        jenkins,
                        "told",
                        SimulatedAws.plan(),
                        "def r = drsDrill planText: plan, credentialsId: 'aws-dr', propagate: false\necho \"got ${r.status}\""));

        jenkins.assertLogContains("Drill of 'Three-Tier-Shop' FAILED", failed);
        jenkins.assertLogContains("got FAILED", told);
    }

    @Test
    void shouldTellEveryErrorOfPlanFile() throws Exception {
        WorkflowJob job =
                Pipelines.job(jenkins, "drill", SimulatedAws.plan().replace("waveName: Web", "waveNam: Web"), DRILL);

        WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("planText has", build);
        assertThat(aws.calls("GetCallerIdentity")).isZero();
    }

    @Test
    void shouldRefusePlanFileOutsideOfWorkspace() throws Exception {
        for (String path : List.of("../secrets/master.key", "/etc/passwd", "link/passwd")) {
            WorkflowRun build = jenkins.buildAndAssertStatus(
                    Result.FAILURE,
                    Pipelines.job(
                            jenkins,
                            "outside" + path.hashCode(),
                            "",
                            "node { sh 'ln -sfn /etc link'; drsDrill planFile: '" + path
                                    + "', credentialsId: 'aws-dr' }"));
            jenkins.assertLogContains("Expected a path within the workspace, but got " + path, build);
        }
    }

    @Test
    void shouldRefuseWithoutCredentials() throws Exception {
        WorkflowRun none = jenkins.buildAndAssertStatus(
                Result.FAILURE, Pipelines.job(jenkins, "none", SimulatedAws.plan(), "drsDrill planText: plan"));
        WorkflowRun unknown = jenkins.buildAndAssertStatus(
                Result.FAILURE,
                Pipelines.job(
                        jenkins, "unknown", SimulatedAws.plan(), "drsDrill planText: plan, credentialsId: 'nope'"));

        jenkins.assertLogContains("There are no AWS credentials.", none);
        jenkins.assertLogContains("There are no AWS credentials 'nope' that this build may use", unknown);
    }

    @Test
    void shouldUseEnvironmentOfEnclosingBlock() throws Exception {
        WorkflowJob job = Pipelines.job(
                jenkins,
                "bound",
                SimulatedAws.plan(),
                "withCredentials([[$class: 'AmazonWebServicesCredentialsBinding', credentialsId: 'aws-dr']]) {\n"
                        + "drsDrill planText: plan\n}");

        jenkins.buildAndAssertSuccess(job);

        assertThat(aws.calls("StartRecovery")).isEqualTo(3);
    }

    @Test
    void shouldUseDefaultCredentials() throws Exception {
        DisasterRecoveryConfiguration.get().setDefaultCredentialsId(SimulatedAws.CREDENTIALS);

        jenkins.buildAndAssertSuccess(
                Pipelines.job(jenkins, "default", SimulatedAws.plan(), "drsDrill planText: plan"));
    }

    @Test
    void shouldLeaveNoSecretBehind() throws Exception {
        jenkins.buildAndAssertSuccess(Pipelines.job(
                jenkins,
                "bound",
                SimulatedAws.plan(),
                "withCredentials([[$class: 'AmazonWebServicesCredentialsBinding', credentialsId: 'aws-dr']]) {\n"
                        + "drsDrill planText: plan\n}\n" + DRILL));
        jenkins.waitUntilNoActivity();

        try (Stream<Path> files = Files.walk(jenkins.jenkins.getRootDir().toPath())) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith("tmp"))
                    .toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SimulatedAws.SECRET, "only-a-sample");
            }
        }
    }
}
