package io.jenkins.plugins.drs.plugin.configuration.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import hudson.model.CauseAction;
import hudson.model.Items;
import hudson.model.Job;
import hudson.triggers.TimerTrigger;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.DrillJobSettings;
import io.jenkins.plugins.drs.plugin.configuration.StoredPlans;
import java.io.StringReader;
import java.util.Optional;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.test.steps.SemaphoreStep;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class PlanJobsTest {
    private static final String WEEKLY = "H 3 * * 6";

    private JenkinsRule jenkins;

    @BeforeEach
    void begin(JenkinsRule rule) {
        jenkins = rule;
        checks("");
    }

    private static void checks(String schedule) {
        settings("", schedule);
    }

    private static void settings(String folder, String checks) {
        DrillJobSettings settings = new DrillJobSettings();
        settings.setFolder(folder);
        settings.setCheckSchedule(checks);
        DisasterRecoveryConfiguration.get().setDrillJobs(settings);
    }

    private static WorkflowJob job(String plan, Purpose purpose) {
        return (WorkflowJob) PlanJobs.get().find(plan, purpose).orElseThrow();
    }

    private static void store(String... plans) throws Exception {
        StoredPlans.store(plans);
        PlanJobs.get().update();
    }

    private static String schedule(WorkflowJob job) {
        return job.getTriggersJobProperty().getTriggers().stream()
                .filter(TimerTrigger.class::isInstance)
                .map(trigger -> ((TimerTrigger) trigger).getSpec())
                .findFirst()
                .orElse("");
    }

    private static String script(WorkflowJob job) {
        return ((CpsFlowDefinition) job.getDefinition()).getScript();
    }

    private static long modified(Job<?, ?> job) {
        return job.getConfigFile().getFile().lastModified();
    }

    private static String checked(String name, String schedule, String checks) {
        return StoredPlans.plan(name, schedule).replace("waves:", "checkSchedule: '" + checks + "', waves:");
    }

    @Test
    void shouldCheckAPlanAsItSaysInPlaceOfTheSettings() throws Exception {
        checks("H 6 * * *");

        store(checked("Shop", WEEKLY, "H/30 * * * *"), checked("Site", "", "@daily"), checked("Mail", WEEKLY, "never"));

        assertThat(schedule(job("Shop", Purpose.CHECK))).isEqualTo("H/30 * * * *");
        assertThat(schedule(job("Site", Purpose.CHECK))).isEqualTo("@daily");
        assertThat(PlanJobs.get().find("Site", Purpose.DRILL)).isEmpty();
        assertThat(PlanJobs.get().find("Mail", Purpose.CHECK)).isEmpty();

        store(StoredPlans.plan("Shop", WEEKLY), checked("Site", "", "never"));
        assertThat(schedule(job("Shop", Purpose.CHECK))).isEqualTo("H 6 * * *");
        assertThat(job("Site", Purpose.CHECK).isDisabled()).isTrue();
    }

    @Test
    void shouldMakeAJobForAPlanWithASchedule() throws Exception {
        checks("H 6 * * *");

        store(StoredPlans.plan("Shop", WEEKLY), StoredPlans.plan("Site", ""));

        WorkflowJob drill = job("shop", Purpose.DRILL);
        assertThat(schedule(drill)).isEqualTo(WEEKLY);
        assertThat(script(drill)).contains("drsDrill plan: 'Shop'");
        assertThat(((CpsFlowDefinition) drill.getDefinition()).isSandbox()).isTrue();
        assertThat(drill.isConcurrentBuild()).isFalse();
        assertThat(drill.getBuildDiscarder()).isNull();
        WorkflowJob check = job("Shop", Purpose.CHECK);
        assertThat(schedule(check)).isEqualTo("H 6 * * *");
        assertThat(check.getBuildDiscarder()).isNotNull();
        assertThat(PlanJobs.get().find("Site", Purpose.DRILL)).isEmpty();
        assertThat(PlanJobs.get().find("Site", Purpose.CHECK)).isEmpty();
        assertThat(PlanJobs.get().problems()).isEmpty();
    }

    @Test
    void shouldFollowPlansByItself() throws Exception {
        StoredPlans.store(StoredPlans.plan("Shop", WEEKLY));

        for (int tries = 0; PlanJobs.get().find("Shop", Purpose.DRILL).isEmpty(); tries++) {
            assertThat(tries).isLessThan(300);
            Thread.sleep(100);
        }
    }

    @Test
    void shouldWriteOnlyWhenSomethingReallyChanged() throws Exception {
        store(StoredPlans.plan("Shop", WEEKLY));
        WorkflowJob job = job("Shop", Purpose.DRILL);
        String before = job.getConfigFile().asString();
        job.getConfigFile().getFile().setLastModified(1_000_000_000_000L);

        store(StoredPlans.plan("Shop", WEEKLY).replace("waveName: Only", "waveName: First"));
        assertThat(modified(job)).isEqualTo(1_000_000_000_000L);

        store(StoredPlans.plan("Shop", "H 4 * * *"));
        assertThat(modified(job)).isNotEqualTo(1_000_000_000_000L);
        assertThat(job.getConfigFile().asString()).isNotEqualTo(before);
        assertThat(schedule(job)).isEqualTo("H 4 * * *");
    }

    @Test
    void shouldKeepWhatSomebodyChangedByHandAndSaySo() throws Exception {
        store(StoredPlans.plan("Shop", WEEKLY));
        WorkflowJob job = job("Shop", Purpose.DRILL);
        job.setDefinition(new CpsFlowDefinition("echo 'mine'", true));
        job.save();

        store(StoredPlans.plan("Shop", "H 4 * * *"));

        assertThat(script(job)).isEqualTo("echo 'mine'");
        assertThat(schedule(job)).isEqualTo(WEEKLY);
        assertThat(PlanJobs.get().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.job()).isEqualTo(job.getFullName());
            assertThat(problem.isRestorable()).isTrue();
        });

        PlanJobs.get().restore("Shop", Purpose.DRILL);

        assertThat(script(job)).contains("drsDrill plan: 'Shop'");
        assertThat(schedule(job)).isEqualTo("H 4 * * *");
        assertThat(PlanJobs.get().problems()).isEmpty();
    }

    @Test
    void shouldTellOfAJobThatWasChangedByHandWithoutWaitingForAPlanToChange() throws Exception {
        store(StoredPlans.plan("Shop", WEEKLY));
        WorkflowJob job = job("Shop", Purpose.DRILL);
        String document = job.getConfigFile().asString().replace("drsDrill plan", "echo 'mine'; drsDrill plan");

        job.updateByXml(new StreamSource(new StringReader(document)));

        for (int tries = 0; PlanJobs.get().problems().isEmpty(); tries++) {
            assertThat(tries).isLessThan(300);
            Thread.sleep(100);
        }
        assertThat(script(job)).contains("echo 'mine'");
    }

    @Test
    void shouldNotTakeASavedPageForAChange() throws Exception {
        store(StoredPlans.plan("Shop", WEEKLY));
        WorkflowJob job = job("Shop", Purpose.DRILL);

        jenkins.configRoundtrip(job);
        store(StoredPlans.plan("Shop", "H 4 * * *"));

        assertThat(schedule(job("Shop", Purpose.DRILL))).isEqualTo("H 4 * * *");
        assertThat(PlanJobs.get().problems()).isEmpty();
    }

    @Test
    void shouldDisableTheJobOfAPlanThatWentAndEnableItWhenThePlanIsBack() throws Exception {
        store(StoredPlans.plan("Shop", WEEKLY), StoredPlans.plan("Site", WEEKLY));
        WorkflowJob shop = job("Shop", Purpose.DRILL);
        WorkflowJob site = job("Site", Purpose.DRILL);

        store(StoredPlans.plan("Shop", ""));
        assertThat(shop.isDisabled()).isTrue();
        assertThat(site.isDisabled()).isTrue();

        store(StoredPlans.plan("Shop", WEEKLY), StoredPlans.plan("Site", WEEKLY));
        assertThat(job("Shop", Purpose.DRILL)).isSameAs(shop);
        assertThat(shop.isDisabled()).isFalse();
        assertThat(site.isDisabled()).isFalse();
    }

    @Test
    void shouldLeaveAJobDisabledThatAPersonDisabled() throws Exception {
        store(StoredPlans.plan("Shop", WEEKLY));
        WorkflowJob job = job("Shop", Purpose.DRILL);
        job.makeDisabled(true);

        store(StoredPlans.plan("Shop", "H 4 * * *"));

        assertThat(schedule(job)).isEqualTo("H 4 * * *");
        assertThat(job.isDisabled()).isTrue();
    }

    @Test
    void shouldFollowARenamedPlanAndAMovedJob() throws Exception {
        Folder elsewhere = jenkins.createProject(Folder.class, "elsewhere");
        store(StoredPlans.plan("Shop", WEEKLY));
        WorkflowJob job = Items.move(job("Shop", Purpose.DRILL), elsewhere);

        store(StoredPlans.plan("Store", WEEKLY));

        assertThat(job("Store", Purpose.DRILL)).isSameAs(job);
        assertThat(script(job)).contains("drsDrill plan: 'Store'");
        assertThat(PlanJobs.get().find("Shop", Purpose.DRILL)).isEqualTo(Optional.empty());
        assertThat(job.isDisabled()).isFalse();
    }

    @Test
    void shouldMakeTheFolderAndNotTakeAnothersName() throws Exception {
        settings("recovery/drills", "");
        Folder recovery = jenkins.createProject(Folder.class, "recovery");
        Folder drills = recovery.createProject(Folder.class, "drills");
        drills.createProject(WorkflowJob.class, "Shop drill");

        store(StoredPlans.plan("Shop", WEEKLY));

        assertThat(job("Shop", Purpose.DRILL).getFullName()).isEqualTo("recovery/drills/Shop drill 2");
        settings("made/new", "");
        store(StoredPlans.plan("Shop", WEEKLY), StoredPlans.plan("Site", WEEKLY));
        assertThat(job("Site", Purpose.DRILL).getFullName()).isEqualTo("made/new/Site drill");
    }

    @Test
    void shouldTellWhenTheFolderIsNone() throws Exception {
        jenkins.createFreeStyleProject("taken");
        settings("taken", "");

        store(StoredPlans.plan("Shop", WEEKLY));

        assertThat(PlanJobs.get().find("Shop", Purpose.DRILL)).isEmpty();
        assertThat(PlanJobs.get().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("'taken'", "is not a folder"));
        assertThat(jenkins.jenkins.getExtensionList(PlanJobsMonitor.class).get(0).isActivated()).isTrue();
        assertThat(jenkins.createWebClient().goTo("manage/").getWebResponse().getContentAsString())
                .contains("Shop: ", "is not a folder");
    }

    @Test
    void shouldMakeAJobOnDemandThatStaysUsableWithoutSchedule() throws Exception {
        store(StoredPlans.plan("Site", ""));

        WorkflowJob job = (WorkflowJob) PlanJobs.get().onDemand("Site", Purpose.DRILL);
        PlanJobs.get().update();

        assertThat(job.isDisabled()).isFalse();
        assertThat(schedule(job)).isEmpty();
        assertThat(PlanJobs.get().onDemand("site", Purpose.DRILL)).isSameAs(job);
    }

    /** As somebody writes one who may make jobs and nothing else. */
    private WorkflowJob planted(String name) throws Exception {
        String label = PlanJobProperty.class.getName();
        String xml = "<flow-definition><properties><" + label + "><plan>Site</plan><purpose>CHECK</purpose></" + label
                + "></properties><definition class='org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition'>"
                + "<script>drsRecover plan: 'Site', confirm: 'Site'</script><sandbox>true</sandbox></definition>"
                + "</flow-definition>";
        return (WorkflowJob) jenkins.jenkins.createProjectFromXML(
                name, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldNotBelieveAJobThatSaysOfItselfThatItServesAPlan() throws Exception {
        store(StoredPlans.plan("Site", ""));
        WorkflowJob planted = planted("A check");

        WorkflowJob job = (WorkflowJob) PlanJobs.get().onDemand("Site", Purpose.CHECK);

        assertThat(job).isNotSameAs(planted);
        assertThat(script(job)).contains("drsCheck plan: 'Site'");
        assertThat(PlanJobs.get().find("Site", Purpose.CHECK)).contains(job);
    }

    @Test
    void shouldNotBelieveAJobThatWasMadeInPlaceOfADeletedOne() throws Exception {
        store(StoredPlans.plan("Site", ""));
        String name = PlanJobs.get().onDemand("Site", Purpose.CHECK).getFullName();
        job("Site", Purpose.CHECK).delete();

        WorkflowJob planted = planted(name);

        assertThat(PlanJobs.get().find("Site", Purpose.CHECK)).isEmpty();
        assertThat(PlanJobs.get().onDemand("Site", Purpose.CHECK)).isNotSameAs(planted);
    }

    @Test
    void shouldNotStartAJobThatSomebodyChangedAndSayWhatDiffers() throws Exception {
        store(StoredPlans.plan("Site", ""));
        WorkflowJob job = (WorkflowJob) PlanJobs.get().onDemand("Site", Purpose.CHECK);
        job.setDefinition(new CpsFlowDefinition("drsRecover plan: 'Site', confirm: 'Site'", true));
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("X", "x")));
        job.save();

        assertThatThrownBy(() -> PlanJobs.get().onDemand("Site", Purpose.CHECK))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("parameters", "script", "Manage Jenkins");
        assertThat(job.scheduleBuild(0, new TimerTrigger.TimerTriggerCause())).isFalse();

        PlanJobs.get().restore("Site", Purpose.CHECK);
        assertThat(PlanJobs.get().onDemand("Site", Purpose.CHECK)).isSameAs(job);
        assertThat(job.getProperty(ParametersDefinitionProperty.class)).isNull();
    }

    private static final String DEFINITION =
            "<definition class='org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition'><script>evil()</script>"
                    + "<sandbox>true</sandbox></definition>";
    private static final String PARAMETERS = "<hudson.model.ParametersDefinitionProperty><parameterDefinitions>"
            + "<hudson.model.StringParameterDefinition><name>X</name><defaultValue>x</defaultValue>"
            + "</hudson.model.StringParameterDefinition></parameterDefinitions></hudson.model.ParametersDefinitionProperty>";
    private static final String DISCARDER = "jenkins.model.BuildDiscarderProperty";

    private static final String DISABLED_RESUME =
            "org.jenkinsci.plugins.workflow.job.properties.DisableResumeJobProperty";
    private static final String TRIGGERS = "org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty";
    private static final String TIMER = "<hudson.triggers.TimerTrigger><spec>* * * * *</spec></hudson.triggers.TimerTrigger>";

    /** What stands in config.xml, what somebody writes there, and what Jenkins makes of it. */
    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("</script>", "</script><script>evil()</script>", "script"),
                Arguments.of("</definition>", "</definition>" + DEFINITION, "script"),
                Arguments.of("</properties>", "</properties><properties>" + PARAMETERS + "</properties>", "parameters"),
                Arguments.of(
                        "<properties>",
                        "<properties><" + DISCARDER + " class='hudson.model.ParametersDefinitionProperty'>"
                                + "<parameterDefinitions/></" + DISCARDER + ">",
                        "parameters"),
                Arguments.of("drsCheck plan", "drs<b>Check</b> plan", "script"),
                Arguments.of("drsCheck plan", "drs<!-- x -->Check<![CDATA[ ]]> plan", "script"),
                Arguments.of("drsCheck plan", "&#x2028;drsCheck plan", "script"),
                Arguments.of("<triggers>", "<triggers class='java.util.Collections$EmptyList'>", "triggers"),
                Arguments.of("cps.CpsFlowDefinition", "cps.CpsScmFlowDefinition", "definition of the pipeline"),
                Arguments.of("<sandbox>true", "<sandbox>false", "sandbox"),
                Arguments.of("</sandbox>", "</sandbox><sandbox>false</sandbox>", "sandbox"),
                Arguments.of("<definition", "<quietPeriod>86400</quietPeriod><definition", "quiet period"),
                Arguments.of("<definition", "<authToken>secret</authToken><definition", "a token to trigger"),
                Arguments.of("</properties>", "<" + DISABLED_RESUME + "/></properties>", "DisableResumeJobProperty"),
                Arguments.of("</properties>", PARAMETERS + "</properties>", "parameters"),
                Arguments.of("</properties>", "<" + TRIGGERS + "><triggers><jenkins.triggers.ReverseBuildTrigger>"
                        + "<spec/><upstreamProjects>a</upstreamProjects></jenkins.triggers.ReverseBuildTrigger></triggers></"
                        + TRIGGERS + "></properties>", "trigger"),
                Arguments.of("</triggers>", TIMER + "</triggers>", "schedule"),
                Arguments.of("<abortPrevious>false", "<abortPrevious>true", "builds at the same time"));
    }

    @Test
    void shouldCompareWhatJenkinsMadeOfTheDocumentOfAJob() throws Exception {
        checks("H 6 * * *");
        store(StoredPlans.plan("Site", WEEKLY));
        WorkflowJob job = (WorkflowJob) PlanJobs.get().onDemand("Site", Purpose.CHECK);
        job.save();
        String made = job.getConfigFile().asString();
        for (Arguments row : documents().toList()) {
            Object[] of = row.get();
            String changed = made.replace((String) of[0], (String) of[1]);

            job.updateByXml((Source) new StreamSource(new StringReader(changed)));

            assertThat(changed).as("%s", of[1]).isNotEqualTo(made);
            assertThatThrownBy(() -> PlanJobs.get().onDemand("Site", Purpose.CHECK))
                    .as("%s", of[1])
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll((String) of[2], "Manage Jenkins");
            assertThat(job.scheduleBuild(0, new TimerTrigger.TimerTriggerCause()))
                    .as("%s", of[1])
                    .isFalse();
            PlanJobs.get().restore("Site", Purpose.CHECK);
            assertThat(PlanJobs.get().onDemand("Site", Purpose.CHECK)).isSameAs(job);
        }
    }

    @Test
    void shouldStartAJobThatJenkinsItselfWroteAgain() throws Exception {
        checks("H 6 * * *");
        store(StoredPlans.plan("Site", WEEKLY));
        WorkflowJob job = (WorkflowJob) PlanJobs.get().onDemand("Site", Purpose.CHECK);

        job.save();
        assertThat(PlanJobs.get().onDemand("Site", Purpose.CHECK)).isSameAs(job);
        jenkins.configRoundtrip(job);
        assertThat(PlanJobs.get().onDemand("Site", Purpose.CHECK)).isSameAs(job);
        job.updateByXml((Source) new StreamSource(new StringReader(job.getConfigFile().asString()
                .replaceAll("plugin=\"[^\"]*\"", "plugin=\"other@1\"")
                .replace("'Site'", "<![CDATA['Site']]>"))));
        assertThat(PlanJobs.get().onDemand("Site", Purpose.CHECK)).isSameAs(job);
        job.doReload();
        assertThat(PlanJobs.get().onDemand("Site", Purpose.CHECK)).isSameAs(job);
        var timer = new CauseAction(new TimerTrigger.TimerTriggerCause());
        jenkins.waitForCompletion(job.scheduleBuild2(0, timer).waitForStart());
    }

    /** A build that such a job starts, and whose starter is deleted while it runs, may do no more than a check either. */
    @Test
    void shouldKeepTheCeilingOfABuildThatIsDeleted() throws Exception {
        store(StoredPlans.plan("Site", ""));
        WorkflowJob check = (WorkflowJob) PlanJobs.get().onDemand("Site", Purpose.CHECK);
        check.setDefinition(new CpsFlowDefinition("build job: 'next', wait: false", true));
        WorkflowJob next = jenkins.createProject(WorkflowJob.class, "next");
        next.setDefinition(new CpsFlowDefinition("semaphore 'deleted'; drsDrill plan: 'Site'", true));

        WorkflowRun first = jenkins.buildAndAssertSuccess(check);
        SemaphoreStep.waitForStart("deleted/1", next.getBuildByNumber(1));
        first.delete();
        SemaphoreStep.success("deleted/1", null);

        WorkflowRun build = jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(next.getBuildByNumber(1)));
        jenkins.assertLogContains("was started as a check of the recovery plan 'Site' and may do no more", build);
    }

    @Test
    void shouldLetNoBuildOfACheckDoMoreWhateverItsScriptSays() throws Exception {
        store(StoredPlans.plan("Site", ""));
        WorkflowJob job = (WorkflowJob) PlanJobs.get().onDemand("Site", Purpose.CHECK);
        job.setDefinition(new CpsFlowDefinition("drsDrill plan: 'Site'", true));

        var build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("was started as a check of the recovery plan 'Site' and may do no more", build);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a'); currentBuild.result = 'FAILURE'; echo('", "\\u0027); error(\\u0027", "${plan} /x/ \\"})
    void shouldTakeAnyNameForNothingButAName(String name) throws Exception {
        store(StoredPlans.plan(name, WEEKLY));
        WorkflowJob job = job(name, Purpose.DRILL);

        var build = jenkins.waitForCompletion(job.scheduleBuild2(0).waitForStart());

        jenkins.assertLogContains("There are no AWS credentials.", build);
    }
}
