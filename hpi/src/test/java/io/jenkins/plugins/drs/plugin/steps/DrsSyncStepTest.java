package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.StoredPlans;
import io.jenkins.plugins.drs.plugin.configuration.SyncJob;
import io.jenkins.plugins.drs.plugin.configuration.schedule.PlanJobs;
import io.jenkins.plugins.drs.plugin.configuration.schedule.Purpose;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.engine.document.store.Change;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The stored configuration follows documents of the workspace. */
@WithJenkins
class DrsSyncStepTest {
    private static final String SHOP = "Three-Tier-Shop";

    private final SimulatedAws aws = new SimulatedAws();
    private JenkinsRule jenkins;
    private WorkflowJob job;

    @BeforeEach
    void prepare(JenkinsRule rule) throws Exception {
        jenkins = rule;
        aws.useIn(jenkins);
        job = jenkins.createProject(WorkflowJob.class, "sync");
        allow("sync");
    }

    @AfterEach
    void tearDown() {
        aws.close();
    }

    private static void allow(String pattern) {
        DisasterRecoveryConfiguration.get().setSyncJobs(List.of(new SyncJob(pattern)));
    }

    private WorkflowRun sync(String document, String arguments, Result expected) throws Exception {
        String script = "node {\nwriteFile file: 'dr/plan.yaml', text: '''" + document
                + "'''\ndef r = drsSync file: 'dr/plan.yaml', credentialsId: 'aws-dr'"
                + (arguments.isEmpty() ? "" : ", " + arguments)
                + "\necho \"got ${r.outcome} ${r.changed} ${r.allowed} ${r.checks.size()} ${r.jobChanges}"
                + " wrote ${r.writtenBack} hand ${r.manualChanges.size()}\"\n"
                + "if (r.writtenBack) { echo readFile(r.writtenBack) } }";
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.buildAndAssertStatus(expected, job);
    }

    private WorkflowRun synced(String document, String arguments) throws Exception {
        return sync(document, arguments, Result.SUCCESS);
    }

    private static long revision() throws Exception {
        return PlanStore.get().current().revision();
    }

    private static String rto() throws Exception {
        return PlanStore.get()
                .current()
                .configuration()
                .plan(SHOP)
                .orElseThrow()
                .rto()
                .orElseThrow()
                .toString();
    }

    private static String plan(String rto) {
        return SimulatedAws.plan().replace("rto: PT1H", "rto: " + rto);
    }

    /** Valid by itself, but no server has such a tag. */
    private static String broken() {
        return SimulatedAws.plan().replace("DR-Tier: web", "DR-Tier: nowhere");
    }

    @Test
    void shouldApplyOnlyRealChanges() throws Exception {
        WorkflowRun first = synced(SimulatedAws.plan(), "");
        jenkins.assertLogContains("got APPLIED true true 1", first);
        WorkflowRun same = synced("# only a comment\n" + SimulatedAws.plan(), "");
        jenkins.assertLogContains("got UNCHANGED false true 0", same);
        assertThat(revision()).isEqualTo(1);

        WorkflowRun edited = synced(plan("PT2H"), "");

        jenkins.assertLogContains("rto: 'PT1H' -> 'PT2H'", edited);
        assertThat(rto()).isEqualTo("PT2H");
        Change change = PlanStore.get().history().get(0).change();
        assertThat(change.kind()).isEqualTo(Change.Kind.SYNC);
        assertThat(change.why()).contains("dr/plan.yaml", "sync #3");
    }

    @Test
    void shouldRollBackWhatFailsItsCheck() throws Exception {
        synced(SimulatedAws.plan(), "");

        WorkflowRun build = sync(broken(), "", Result.FAILURE);

        jenkins.assertLogContains("dr/plan.yaml was rolled back: the check of '" + SHOP + "' FAILED", build);
        assertThat(revision()).isEqualTo(3);
        assertThat(PlanStore.get().history().get(0).change().kind()).isEqualTo(Change.Kind.ROLLBACK);
        assertThat(PlanStore.get().current().configuration())
                .isEqualTo(PlanStore.get().at(1).orElseThrow().configuration());
        jenkins.assertLogContains("got UNCHANGED", synced(SimulatedAws.plan(), ""));
        jenkins.assertLogContains("got STILL_REFUSED false true 1", synced(broken(), "propagate: false"));
        assertThat(revision()).isEqualTo(3);
        jenkins.assertLogContains("got APPLIED true true 0", synced(broken(), "check: false"));
    }

    @Test
    void shouldTellKeepAndWriteBackWhatWasChangedByHand() throws Exception {
        synced(SimulatedAws.plan(), "");
        StoredPlans.storeDocument(plan("PT3H"));

        WorkflowRun refused = sync(SimulatedAws.plan(), "", Result.FAILURE);
        jenkins.assertLogContains("Changed in Jenkins", refused);
        jenkins.assertLogContains("rto: 'PT1H' -> 'PT3H'", refused);
        WorkflowRun kept =
                synced(SimulatedAws.plan(), "onManualChange: 'keep', writeBack: 'dr/back.yaml'");
        jenkins.assertLogContains("got UNCHANGED false true 0 [] wrote dr/back.yaml hand 2", kept);
        jenkins.assertLogContains("rto: PT3H", kept);
        assertThat(rto()).isEqualTo("PT3H");

        jenkins.assertLogContains("got UNCHANGED", synced(plan("PT3H"), "")); // committed
        jenkins.assertLogContains("got APPLIED", synced(SimulatedAws.plan(), ""));
        StoredPlans.storeDocument(plan("PT3H"));
        jenkins.assertLogContains("got APPLIED", synced(SimulatedAws.plan(), "onManualChange: 'overwrite'"));
        assertThat(rto()).isEqualTo("PT1H");
    }

    @Test
    void shouldOnlyTellWhereItMayNotApply() throws Exception {
        allow("other");

        WorkflowRun build = synced(SimulatedAws.plan(), "triggers: [cron('H 3 * * *')]");
        jenkins.assertLogContains("Dry run only. The job 'sync' is not among the jobs", build);
        jenkins.assertLogContains("got POSSIBLE false false 0 [triggers: [] -> [TimerTrigger H 3 * * *]]", build);
        sync(SimulatedAws.plan(), "onNotAllowed: 'fail'", Result.FAILURE);

        assertThat(revision()).isZero();
        assertThat(job.getProperty(PipelineTriggersJobProperty.class)).isNull();
    }

    @Test
    void shouldNotWriteOutsideOfTheWorkspaceNorApplyBefore() throws Exception {
        sync(SimulatedAws.plan(), "writeBack: '../../outside.yaml'", Result.FAILURE);

        assertThat(revision()).isZero();
    }

    @Test
    void shouldUpdateItsOwnJobOnce() throws Exception {
        String arguments = "triggers: [cron('H 3 * * *')], parameters: [booleanParam(name: 'DRILL', defaultValue: true)],"
                + " planParameter: 'PLAN'";

        synced(SimulatedAws.plan(), arguments);

        assertThat(job.getProperty(ParametersDefinitionProperty.class).getParameterDefinitionNames())
                .containsExactly("DRILL", "PLAN");
        assertThat(job.getProperty(PipelineTriggersJobProperty.class)
                        .getTriggers()
                        .get(0)
                        .getSpec())
                .isEqualTo("H 3 * * *");
        String saved = job.getConfigFile().asString();
        long when = job.getConfigFile().getFile().lastModified();
        // the definition stays as it is: setting it would save the job
        WorkflowRun again = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains("got UNCHANGED false true 0 []", again);
        assertThat(job.getConfigFile().asString()).isEqualTo(saved);
        assertThat(job.getConfigFile().getFile().lastModified()).isEqualTo(when);
        assertThat(job.getBuilds()).hasSize(2);

        synced(SimulatedAws.plan(), "triggers: [], parameters: []");
        assertThat(job.getProperty(PipelineTriggersJobProperty.class)).isNull();
        assertThat(job.getProperty(ParametersDefinitionProperty.class)).isNull();
    }

    @Test
    void shouldHaveDrillJobsFollow() throws Exception {
        synced(SimulatedAws.plan(), "");
        assertThat(PlanJobs.get().find(SHOP, Purpose.DRILL)).isPresent();

        synced(SimulatedAws.plan().replaceAll("(?m)^ *schedule:.*\n", ""), "");

        WorkflowJob drill = (WorkflowJob) PlanJobs.get().find(SHOP, Purpose.DRILL).orElseThrow();
        assertThat(drill.isDisabled()).isTrue();
    }

    @Test
    void shouldMakeNoDrillJobOfAPlanThatFailsItsCheck() throws Exception {
        sync(broken(), "", Result.FAILURE);
        assertThat(PlanJobs.get().find(SHOP, Purpose.DRILL)).isEmpty();

        synced(SimulatedAws.plan(), "");

        assertThat(PlanJobs.get().find(SHOP, Purpose.DRILL)).isPresent();
    }

    @Test
    void shouldApplyWhatWasPutBackOnceItsChecksPassWithoutCheckingItTwice() throws Exception {
        aws.fault("{\"kind\": \"accessDenied\", \"match\": {\"operation\": \"DescribeSourceServers\"},"
                + " \"when\": {\"times\": 1}}");
        jenkins.assertLogContains("got ROLLED_BACK", synced(SimulatedAws.plan(), "propagate: false"));

        WorkflowRun good = synced(SimulatedAws.plan(), "");

        jenkins.assertLogContains("dr/plan.yaml passes its checks now, and is applied", good);
        jenkins.assertLogContains("got APPLIED true true 1", good);
        assertThat(JenkinsRule.getLog(good).split("'" + SHOP + "': ready", -1)).hasSize(2);
    }

    @Test
    void shouldRunOneAfterTheOther() throws Exception {
        DisasterRecoveryConfiguration.get().setSyncJobs(List.of(new SyncJob("sync-*")));
        List<String> rtos = List.of("PT2H", "PT3H", "PT4H");
        for (String rto : rtos) {
            WorkflowJob one = jenkins.createProject(WorkflowJob.class, "sync-" + rto);
            one.setDefinition(new CpsFlowDefinition(
                    "node { writeFile file: 'p.yaml', text: '''" + plan(rto)
                            + "'''\n drsSync file: 'p.yaml', credentialsId: 'aws-dr', propagate: false,"
                            + " onManualChange: 'overwrite' }",
                    true));
            one.scheduleBuild2(0);
        }
        jenkins.waitUntilNoActivity();

        // the first that came owns the plan; the others are told, and nothing is mixed up
        assertThat(rtos).contains(rto());
        assertThat(revision()).isEqualTo(1);
    }
}
