package io.jenkins.plugins.drs.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.CancelRequested;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each status leads back to the events that prove it. */
class EvidenceTest {
    private final DrillStory story = Stories.partialFailure();
    private final DrillResult result = story.result();

    @Test
    void shouldNameTheEventThatDecidedEachServer() {
        assertThat(result.sourceServers()).allSatisfy(server -> {
            String id = server.identity().sourceServerId();
            ExecutionEvent decided = decided(server.proof().evidence());
            if (server.status() == ServerResult.Status.VALIDATED) {
                assertThat(decided).isEqualTo(new ServerValidated(id));
            } else {
                assertThat(decided)
                        .isInstanceOfSatisfying(ServerFailed.class, failed -> assertThat(failed.sourceServerId())
                                .isEqualTo(id));
            }
        });
    }

    @Test
    void shouldNameEveryEventOfAServerFromItsSelectionToItsEnd() {
        Evidence evidence = result.sourceServers().get(0).proof().evidence();

        assertThat(evidence.events().stream().map(this::type))
                .containsExactly(
                        "StepDone",
                        "SettingsAligned",
                        "LaunchIntended",
                        "LaunchAccepted",
                        "JobObserved",
                        "JobObserved",
                        "JobLogCollected",
                        "InstanceFound",
                        "SnapshotFound",
                        "InstanceObserved",
                        "ServerValidated",
                        "InstanceTerminated");
    }

    @Test
    void shouldNameTheEventThatDecidedEachWave() {
        assertThat(result.waveResults()).allSatisfy(wave -> assertThat(decided(wave.evidence()))
                .isInstanceOfSatisfying(WaveMoved.class, moved -> {
                    assertThat(moved.wave()).isEqualTo(wave.waveName());
                    assertThat(moved.to().name()).isEqualTo(wave.status().name());
                }));
    }

    @Test
    void shouldNameTheEventThatDecidedEachActionAndJob() {
        WaveResult database = result.wave("Database").orElseThrow();

        assertThat(decided(database.actions().preWaveActions().get(0).evidence()))
                .isInstanceOf(ActionEnded.class);
        assertThat(decided(database.jobs().drsJobs().get(0).evidence()))
                .isInstanceOfSatisfying(
                        JobObserved.class, job -> assertThat(job.status()).isEqualTo("COMPLETED"));
    }

    @Test
    void shouldNameTheEventOfEachCheckAndOfTheWhole() {
        assertThat(result.preflight().checks())
                .allSatisfy(check -> assertThat(event(check.event())).isInstanceOf(StepDone.class));
        assertThat(decided(result.verdict().evidence())).isInstanceOf(ExecutionFinished.class);
    }

    @Test
    void shouldNameTheEventOfEachIntervention() {
        DrillStory cancelled = Stories.cancelled();

        assertThat(cancelled.result().audit().interventions()).singleElement().satisfies(it -> assertThat(
                        cancelled.events().get((int) it.event() - 1).event())
                .isInstanceOf(CancelRequested.class));
    }

    @Test
    void shouldLeadEachCallBackToItsEventAndItsCause() {
        List<AuditSummary.Call> trail = result.audit().trail();

        assertThat(trail)
                .hasSize((int) story.events().stream()
                        .filter(it -> it.event() instanceof CallMade)
                        .count())
                .allSatisfy(call -> {
                    assertThat(event(call.event())).isInstanceOf(CallMade.class);
                    assertThat(call.cause())
                            .hasValueSatisfying(cause -> assertThat(cause).isLessThan(call.event()));
                });
    }

    private ExecutionEvent decided(Evidence evidence) {
        assertThat(evidence.decidedBy()).isPresent();
        assertThat(evidence.events())
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(evidence.decidedBy().get());
        return event(evidence.decidedBy().get());
    }

    private ExecutionEvent event(long number) {
        RecordedEvent recorded = story.events().get((int) number - 1);
        assertThat(recorded.sequence()).isEqualTo(number);
        return recorded.event();
    }

    private String type(long number) {
        return event(number).getClass().getSimpleName();
    }
}
