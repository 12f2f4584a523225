package io.jenkins.plugins.drs.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.CallEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.InstanceEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import java.util.Arrays;
import java.util.List;

/** What is claimed of a drill: what the engine says, held against what really happened. */
final class DrillAssert {
    /** Calls that change something in AWS. */
    static final List<String> CHANGES = List.of(
            "StartRecovery",
            "TerminateRecoveryInstances",
            "UpdateLaunchConfiguration",
            "TagResource",
            "CreateLaunchTemplateVersion",
            "ModifyLaunchTemplate",
            "StartAutomationExecution",
            "StopAutomationExecution");

    private final Drill drill;

    private DrillAssert(Drill drill) {
        this.drill = drill;
    }

    static DrillAssert assertDrill(Drill drill) {
        return new DrillAssert(drill);
    }

    DrillAssert ended(ExecutionStatus status) {
        assertThat(drill.state().status()).as(story()).isEqualTo(status);
        return this;
    }

    DrillAssert endedBecause(String part) {
        assertThat(drill.events(ExecutionFinished.class).get(0).reason()).contains(part);
        return this;
    }

    DrillAssert hasWave(String name, WaveStatus status) {
        assertThat(drill.state().wave(name).status()).as(story()).isEqualTo(status);
        return this;
    }

    DrillAssert waveEndedBecause(String name, String part) {
        var last = drill.events(WaveMoved.class).stream()
                .filter(moved -> moved.wave().equals(name))
                .reduce((one, other) -> other);
        assertThat(last.orElseThrow().reason()).contains(part);
        return this;
    }

    /** Exactly these servers were launched, each once, as drills, and the engine took exactly these for launched. */
    DrillAssert launchedOnce(String... hostnames) {
        String[] ids = Arrays.stream(hostnames).map(TestWorld::id).toArray(String[]::new);
        assertThat(drill.record().launches())
                .as(story())
                .extracting(LaunchEntry::sourceServerId)
                .containsExactlyInAnyOrder(ids);
        return this;
    }

    DrillAssert validated(String... hostnames) {
        String[] ids = Arrays.stream(hostnames).map(TestWorld::id).toArray(String[]::new);
        assertThat(drill.state().servers())
                .as(story())
                .filteredOn(server -> server.stage() == ServerStage.VALIDATED)
                .extracting(ServerState::id)
                .containsExactlyInAnyOrder(ids);
        return this;
    }

    DrillAssert leftNothing() {
        assertThat(drill.record().drillInstances()).as(story()).isEmpty();
        assertThat(drill.events(LeftBehind.class)).isEmpty();
        assertThat(drill.record().destroyedRecoveries()).isEmpty();
        return this;
    }

    /** What exists in the end is what the engine says was left. */
    DrillAssert leftJust(String... hostnames) {
        String[] ids = Arrays.stream(hostnames).map(TestWorld::id).toArray(String[]::new);
        assertThat(drill.record().instances())
                .as(story())
                .extracting(InstanceEntry::sourceServerId)
                .containsExactlyInAnyOrder(ids);
        return this;
    }

    DrillAssert changedNothing() {
        assertThat(drill.record().calls()).extracting(CallEntry::operation).doesNotContainAnyElementsOf(CHANGES);
        return this;
    }

    /** A check failed that is about {@code subject} and says {@code part}. */
    DrillAssert foundProblem(String subject, String part) {
        assertThat(problems())
                .anyMatch(check ->
                        check.subject().contains(subject) && check.message().contains(part));
        assertThat(problems()).noneMatch(check -> check.remedy().isEmpty());
        return this;
    }

    DrillAssert foundProblems(int count) {
        assertThat(problems()).hasSize(count);
        return this;
    }

    private List<Check> problems() {
        return drill.state().checks().stream()
                .filter(check -> check.status() == CheckStatus.FAILED)
                .toList();
    }

    private String story() {
        StringBuilder story = new StringBuilder("events");
        drill.recorded().stream()
                .filter(event -> !event.event().getClass().getSimpleName().equals("CallMade"))
                .forEach(event -> story.append("\n  ").append(event));
        return story.length() > 20000 ? story.substring(story.length() - 20000) : story.toString();
    }
}
