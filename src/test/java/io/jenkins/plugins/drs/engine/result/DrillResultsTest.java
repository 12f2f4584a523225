package io.jenkins.plugins.drs.engine.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.CleanupEvent;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionResumed;
import io.jenkins.plugins.drs.engine.event.Origin;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.result.AuditSummary.Intervention;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrillResultsTest {
    @Test
    void shouldMeasureRecoveryUpToTheLastValidatedServer() {
        DrillResult result = Stories.allGoesWell().result();

        assertThat(result.verdict().rto().reached()).contains(Duration.ofSeconds(35 * 60 + 6));
        assertThat(result.verdict().rto().met()).contains(true);
        assertThat(result.verdict().timing().text()).contains("39m 20s");
        assertThat(result.verdict().findings()).isEmpty();
    }

    @Test
    void shouldMeasureTheAgeOfDataFromThePointInTimeToTheLaunch() {
        DrillResult result = Stories.allGoesWell().result();

        assertThat(result.verdict().rpo().reached()).contains(Duration.ofSeconds(252 + 12));
        assertThat(result.sourceServers().get(0).rpo().orElseThrow().met()).contains(true);
    }

    @Test
    void shouldProveNoRecoveryPointWhileServersAreMissing() {
        Objective rpo = Stories.partialFailure().result().verdict().rpo();

        assertThat(rpo.reached()).isPresent();
        assertThat(rpo.met()).isEmpty();
    }

    @Test
    void shouldMissTheRecoveryTimeWhenTheEndComesBeforeAllServersAreValidated() {
        Objective rto = Stories.partialFailure().result().verdict().rto();

        assertThat(rto.reached()).isEmpty();
        assertThat(rto.missed()).isTrue();
    }

    @Test
    void shouldMeasureNothingWhenPreflightStopsTheDrill() {
        DrillResult result = Stories.stoppedByPreflight().result();

        assertThat(result.verdict().rto().met()).isEmpty();
        assertThat(result.verdict().findings()).extracting(Finding::area).containsExactly(Finding.Area.PREFLIGHT);
        assertThat(result.waveResults().get(0).actions().preWaveActions())
                .extracting(action -> action.progress().outcome())
                .containsExactly(ActionOutcome.NOT_RUN);
    }

    @Test
    void shouldMissTheRecoveryTimeAsSoonAsItIsOver() {
        DrillStory story = Stories.underWay();
        assertThat(story.result().verdict().rto().met()).isEmpty();

        story.wait(3_600).called("drs", "DescribeJobs", "ok", 90);

        assertThat(story.result().verdict().rto().missed()).isTrue();
    }

    @Test
    void shouldTellTheRawErrorOfTheJobLogForAServerThatDidNotLaunch() {
        DrillResult result = Stories.partialFailure().result();
        ServerResult failed = result.serversOf("Application").get(1);

        assertThat(failed.status()).isEqualTo(ServerResult.Status.FAILED);
        assertThat(failed.failure().orElseThrow().logEvent()).contains("LAUNCH_FAILED");
        assertThat(failed.failure().orElseThrow().rawError()).contains(Stories.CAPACITY);
        assertThat(failed.launch().launchPhases())
                .extracting(Launch.Phase::name)
                .containsExactly("SNAPSHOT", "CONVERSION", "LAUNCH");
        assertThat(failed.launch().launchPhases().get(2).failed()).isTrue();
    }

    @Test
    void shouldReadThePhasesOfALaunchFromTheJobLog() {
        ServerResult server = Stories.allGoesWell().result().sourceServers().get(0);

        assertThat(server.launch().launchPhases())
                .extracting(phase -> phase.name() + " " + phase.timing().text().orElseThrow())
                .containsExactly("SNAPSHOT 1m 30s", "CONVERSION 3m 29s", "LAUNCH 3m 6s");
    }

    @Test
    void shouldCountWhatBecameOfTheServersOfAWave() {
        DrillResult result = Stories.partialFailure().result();

        assertThat(result.wave("Application").orElseThrow().servers()).isEqualTo(new WaveResult.Counts(2, 1, 1, 1, 0));
        assertThat(result.wave("Web").orElseThrow().servers()).isEqualTo(new WaveResult.Counts(2, 0, 0, 0, 2));
    }

    @Test
    void shouldSayFirstWhatIsLeftRunning() {
        List<Finding> findings = Stories.partialFailure().result().verdict().findings();

        assertThat(findings)
                .extracting(Finding::area)
                .containsExactly(
                        Finding.Area.CLEANUP, Finding.Area.SERVER, Finding.Area.ACTION, Finding.Area.OBJECTIVE);
    }

    @Test
    void shouldMakeOneFindingOfTheSameTroubleOfManyServers() {
        List<Finding> findings = Stories.large(100).result().verdict().findings();

        assertThat(findings.get(0).subjects()).hasSize(10);
    }

    @Test
    void shouldTellAnActionThatAwsRefusedToStart() {
        DrillStory story = new DrillStory(Stories.threeTiers()).starts().preflightPasses();
        story.wave("Database")
                .actionStarts(ActionPhase.PRE, 0)
                .actionEnds(ActionPhase.PRE, 0, ActionOutcome.NOT_RUN, "", "Access denied.");

        assertThat(story.result().verdict().findings())
                .extracting(Finding::message)
                .containsExactly("The action could not be started: Access denied.");
    }

    @Test
    void shouldBePausedOnlyWhileNothingElseGoesOn() {
        assertThat(Stories.paused().result().status()).isEqualTo(ExecutionStatus.PAUSED);
        assertThat(Stories.paused().waveIs("Web", WaveStatus.LAUNCHING).result().status())
                .isEqualTo(ExecutionStatus.RUNNING);
    }

    @ParameterizedTest
    @EnumSource(
            value = ExecutionStatus.class,
            names = {"COMPLETED", "PARTIAL", "FAILED", "CANCELLED"})
    void shouldTakeTheFinalStatusFromTheEnd(ExecutionStatus status) {
        DrillResult result = new DrillStory(Stories.threeTiers())
                .starts()
                .finishes(status, "Because.")
                .result();

        assertThat(result.status()).isEqualTo(status);
        assertThat(result.verdict().reason()).contains("Because.");
    }

    @ParameterizedTest
    @EnumSource(WaveStatus.class)
    void shouldKnowEveryStatusOfAWave(WaveStatus status) {
        DrillResult result = new DrillStory(Stories.threeTiers())
                .starts()
                .waveIs("Web", status)
                .result();

        assertThat(result.wave("Web").orElseThrow().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void shouldKnowEveryMode(Mode mode) {
        DrillResult result =
                new DrillStory(Stories.threeTiers()).starts(mode, false).result();

        assertThat(result.run().mode()).isEqualTo(mode);
    }

    @Test
    void shouldBeDoneWhenEveryInstanceIsGone() {
        CleanupResult cleanup = Stories.allGoesWell().result().cleanup();

        assertThat(cleanup.status()).isEqualTo(CleanupResult.Status.DONE);
        assertThat(cleanup.terminatedInstances()).isEqualTo(6);
    }

    @Test
    void shouldNotCountInstancesAsItsOwnThatAnotherCommandTerminated() {
        DrillStory story =
                new DrillStory(Stories.threeTiers()).starts().preflightPasses().waveSucceeds("Database");
        String first = story.instance("db-01");
        String second = story.instance("db-02");
        story.then(new CleanupEvent.TerminationIntended("t1", DrillStory.TARGET, List.of(first, second)))
                .then(new CleanupEvent.TerminationNotMade("t1", "ResourceNotFoundException: not found"))
                .then(new CleanupEvent.InstanceTerminated(first))
                .then(new CleanupEvent.TerminationIntended("t2", DrillStory.TARGET, List.of(second)))
                .then(new CleanupEvent.TerminationAccepted("t2", "drsjob-1"))
                .then(new CleanupEvent.InstanceTerminated(second))
                .finishes(ExecutionStatus.FAILED, "Because.");

        assertThat(story.result().cleanup().terminatedElsewhere()).contains(1);
        assertThat(story.result().cleanup().counts())
                .isEqualTo("2 terminated (1 of them by another command or user, as far as is known), 0 still there");
        assertThat(Stories.allGoesWell().result().cleanup().counts()).isEqualTo("6 terminated, 0 still there");
    }

    @Test
    void shouldTellServersThatACancelledWaveLaunchedFromThoseThatItDidNot() {
        DrillStory story = new DrillStory(Stories.threeTiers())
                .starts()
                .preflightPasses()
                .waveIs("Database", WaveStatus.LAUNCHING);
        WaveStory wave = story.wave("Database").launches().jobRuns();
        for (String host : List.of("db-01", "db-02", "web-01")) {
            story.then(new ServerFailed(story.id(host), FailureStage.NOT_REACHED, "Cancelled by Ada."));
        }
        assertThat(Headline.servers(story.result())).contains("; 2 whose launch is not known to have ended;");
        wave.allLaunch();

        DrillResult result =
                story.finishes(ExecutionStatus.CANCELLED, "Cancelled by Ada.").result();

        assertThat(result.sourceServers())
                .extracting(ServerResult::status)
                .startsWith(ServerResult.Status.LAUNCHED, ServerResult.Status.LAUNCHED)
                .endsWith(ServerResult.Status.NOT_REACHED);
        assertThat(result.wave("Database").orElseThrow().servers()).isEqualTo(new WaveResult.Counts(2, 2, 0, 0, 0));
        assertThat(Headline.servers(result)).contains("; 2 launched, but not validated; 4 not launched.");
    }

    @Test
    void shouldCallCleanupIncompleteWhenAnInstanceIsNeitherGoneNorNamed() {
        DrillStory story = Stories.underWay().finishes(ExecutionStatus.FAILED, "Stopped at once.");

        assertThat(story.result().cleanup().status()).isEqualTo(CleanupResult.Status.INCOMPLETE);
    }

    @Test
    void shouldCallInstancesKeptThatWereAskedToStay() {
        DrillStory story =
                new DrillStory(Stories.threeTiers()).starts().preflightPasses().waveSucceeds("Database");
        for (String host : List.of("db-01", "db-02")) {
            story.then(new CleanupEvent.LeftBehind(
                    RemnantKind.RECOVERY_INSTANCE, story.instance(host), DrillStory.TARGET, true, "Asked."));
        }

        CleanupResult cleanup =
                story.finishes(ExecutionStatus.COMPLETED).result().cleanup();

        assertThat(cleanup.status()).isEqualTo(CleanupResult.Status.KEPT);
        assertThat(cleanup.unasked()).isEmpty();
    }

    @Test
    void shouldNeedNoCleanupWhenNothingWasLaunched() {
        assertThat(Stories.stoppedByPreflight().result().cleanup().status()).isEqualTo(CleanupResult.Status.NOT_NEEDED);
    }

    @Test
    void shouldNotCountALaunchThatWasNeverMade() {
        DrillResult result = Stories.everythingHappens().result();

        assertThat(result.wave("Database").orElseThrow().jobs().drsJobs()).hasSize(1);
    }

    @Test
    void shouldRememberWhoIntervened() {
        DrillStory story = Stories.cancelled();
        story.then(new ExecutionResumed(new Origin("ada", "command line", "0.1.0", true)));
        DrillResult result = story.result();

        assertThat(result.audit().interventions())
                .extracting(Intervention::kind, Intervention::by)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(Intervention.Kind.CANCEL_REQUESTED, "grace"),
                        org.assertj.core.groups.Tuple.tuple(Intervention.Kind.RESUMED, "ada"));
        assertThat(result.audit().resumed()).isEqualTo(1);
    }

    @Test
    void shouldStaySimulatedOnceTheSimulatorHasStoodIn() {
        DrillStory story = Stories.underWay();
        story.then(new ExecutionResumed(new Origin("ada", "command line", "0.1.0", true)));

        assertThat(story.result().run().starter().simulated()).isTrue();
    }

    @Test
    void shouldCountCallsAndTheirFailures() {
        AuditSummary audit = Stories.partialFailure().result().audit();

        assertThat(audit.calls()).contains(new AuditSummary.Calls("drs", "DescribeJobs", 3, 1, 1, 460));
    }

    @Test
    void shouldCountRetriesAndRecoveries() {
        AuditSummary audit = Stories.everythingHappens().result().audit();

        assertThat(audit.callFailures()).singleElement().satisfies(failure -> {
            assertThat(failure.times()).isEqualTo(2);
            assertThat(failure.recovered()).isEqualTo(1);
            assertThat(failure.givenUp()).isEqualTo(1);
        });
    }

    @Test
    void shouldLeaveServersSelectedInACheck() {
        assertThat(Stories.check().result().sourceServers())
                .extracting(ServerResult::status)
                .containsOnly(ServerResult.Status.SELECTED);
    }

    @Test
    void shouldNameTheHashOfTheJournalWhenGiven() {
        ResultCollector collector = new ResultCollector();
        Stories.allGoesWell().events().forEach(collector::accept);

        assertThat(collector.result("abc").audit().journal().lastHash()).contains("abc");
        assertThat(collector.result().audit().journal().lastHash()).isEqualTo(Optional.empty());
    }

    @Test
    void shouldRefuseToTellOfNothing() {
        assertThatIllegalStateException().isThrownBy(() -> DrillResults.of(List.of()));
    }
}
