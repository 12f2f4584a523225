package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.StoredPlans;
import io.jenkins.plugins.drs.plugin.configuration.SyncJob;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Each step among the steps of a Declarative pipeline, and its result in a script block. {@code drsDrill} has a test of its own. */
@WithJenkins
class DeclarativeStepsTest {
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

    /** A step, and what it does to AWS: launches, terminations, automations of the last wave. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            drsWaves(plan: 'three-tier-shop') { drsWave 'Database'; drsWave 'Application'; drsWave 'Web' }  | 3 | 1 | 1
            drsWave wave: 'Web', plan: 'three-tier-shop'                                                    | 1 | 1 | 1
            drsCheck plan: 'three-tier-shop'                                                                | 0 | 0 | 0
            drsCleanup plan: 'three-tier-shop'                                                              | 0 | 0 | 0
            drsRecover confirm: 'Three-Tier-Shop', plan: 'three-tier-shop'                                  | 3 | 0 | 1
            ssmAction document: 'DR-CheckHttpEndpoint', parameters: [Url: 'https://x'], region: 'us-east-1' | 0 | 0 | 1
            drsExport file: 'dr/config.json'                                                                | 0 | 0 | 0
            drsImport file: 'plan.yaml', onConflict: 'overwrite'                                            | 0 | 0 | 0
            drsSync file: 'plan.yaml', check: false, onManualChange: 'overwrite'                            | 0 | 0 | 0
            """)
    void shouldRunAmongStepsOfStage(String step, int launches, int terminations, int automations) throws Exception {
        jenkins.buildAndAssertSuccess(declarative(step));

        assertThat(aws.calls("StartRecovery")).isEqualTo(launches);
        assertThat(aws.calls("TerminateRecoveryInstances")).isEqualTo(terminations);
        assertThat(aws.automationsOf("DR-CheckHttpEndpoint")).isEqualTo(automations);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            drsWaves(plan: 'three-tier-shop') { drsWave 'Database' }                                        | status | PARTIAL
            drsWave wave: 'Web', plan: 'three-tier-shop'                                                    | status | COMPLETED
            drsCheck plan: 'three-tier-shop'                                                                | status | COMPLETED
            drsCleanup plan: 'three-tier-shop'                                                              | status | COMPLETED
            drsRecover confirm: 'Three-Tier-Shop', plan: 'three-tier-shop'                                  | waves.size() | 3
            ssmAction document: 'DR-CheckHttpEndpoint', parameters: [Url: 'https://x'], region: 'us-east-1' | outcome | SUCCEEDED
            drsExport file: 'dr/config.json'                                                                | recoveryPlans | 1
            drsImport file: 'plan.yaml', onConflict: 'overwrite', dryRun: true                              | outcome | POSSIBLE
            drsSync file: 'plan.yaml', check: false, onManualChange: 'overwrite'                            | outcome | APPLIED
            """)
    void shouldReturnResultInScriptBlock(String step, String member, String expected) throws Exception {
        WorkflowJob job = declarative("script { def r = " + step + "\necho \"got ${r." + member + "}\" }");

        WorkflowRun build = jenkins.waitForCompletion(Pipelines.start(job));

        jenkins.assertLogContains("got " + expected, build);
    }

    private WorkflowJob declarative(String steps) throws Exception {
        StoredPlans.storeDocument(SimulatedAws.plan().replace("rto: PT1H", "rto: PT7H"));
        DisasterRecoveryConfiguration.get().setDefaultCredentialsId(SimulatedAws.CREDENTIALS);
        DisasterRecoveryConfiguration.get().setSyncJobs(List.of(new SyncJob("declarative")));
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "declarative");
        job.setDefinition(new CpsFlowDefinition(
                "pipeline { agent any; stages { stage('Recovery') { steps {\n"
                        + "writeFile file: 'plan.yaml', text: '''" + SimulatedAws.plan() + "'''\n" + steps
                        + "\n} } } }",
                true));
        return job;
    }
}
