package io.jenkins.plugins.drs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStartRepeated;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStarted;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationAccepted;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationIntended;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingsIntended;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.ServerEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceFound;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceObserved;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo's {@code calls.csv} names as the cause of each call. */
class CallCausesTest {
    private static final String PREFLIGHT = "identify|servers|runbook|network|reference|secret|role|leftovers";

    @TempDir
    private Path temp;

    private final List<ExecutionEvent> events = new ArrayList<>();
    private final Map<String, String> waveOf = new HashMap<>();

    @Test
    void shouldNameATrueCauseOfEveryCallOfTheDemo() throws IOException {
        List<String[]> calls = callsOfTheDemo();

        assertThat(calls).hasSizeGreaterThan(80).allSatisfy(call -> {
            int cause = Integer.parseInt(call[1]);
            assertThat(cause).isPositive().isLessThan(Integer.parseInt(call[0]));
            assertThat(isCause(events.get(cause - 1), call[10]))
                    .as(call[10] + " because of " + events.get(cause - 1))
                    .isTrue();
        });
    }

    private List<String[]> callsOfTheDemo() throws IOException {
        PrintWriter out = new PrintWriter(new StringWriter());
        assertThat(Drs.commandLine().setOut(out).execute("demo", "--time-scale=0", "--out", "" + temp.resolve("demo")))
                .isZero();
        EventLog.read(temp.resolve("demo/audit.jsonl"), recorded -> events.add(recorded.event()));
        events.stream()
                .filter(StepDone.class::isInstance)
                .flatMap(event -> ((StepDone) event).servers().stream())
                .forEach(server -> waveOf.put(server.sourceServerId(), server.wave()));
        return Files.readAllLines(temp.resolve("demo/calls.csv")).stream()
                .skip(1)
                .map(row -> row.split(","))
                .toList();
    }

    /** Whether the event says what the engine's effect {@code madeFor} was due for. */
    private boolean isCause(ExecutionEvent event, String madeFor) {
        String about = madeFor.substring(madeFor.lastIndexOf('/') + 1);
        return switch (madeFor.substring(0, madeFor.indexOf('/'))) {
            case "settings" ->
                event instanceof SettingsIntended it && it.sourceServerId().equals(about);
            case "load" ->
                event instanceof CleanupBegun || event instanceof WaveMoved it && it.to() == WaveStatus.LAUNCHING;
            case "launch" -> event instanceof LaunchIntended it && it.launchId().equals(about);
            case "watch" ->
                event instanceof LaunchAccepted
                        || event instanceof TerminationAccepted
                        || event instanceof JobObserved it && !it.status().equals("COMPLETED");
            case "log" ->
                event instanceof JobObserved it
                        && it.jobId().equals(about)
                        && it.status().equals("COMPLETED");
            case "instances" ->
                event instanceof JobObserved it
                        && it.servers().stream().anyMatch(server -> about.equals(waveOf.get(server.sourceServerId())));
            case "validate" ->
                (event instanceof InstanceFound || event instanceof InstanceObserved)
                        && about.equals(waveOf.get(((ServerEvent) event).sourceServerId()));
            case "snapshot" ->
                event instanceof InstanceFound it && it.sourceServerId().equals(about);
            case "action" ->
                action(madeFor).equals(madeFor.startsWith("action/watch/") ? started(event) : intended(event));
            case "terminate" ->
                event instanceof TerminationIntended it && it.terminationId().equals(about);
            case "remains" ->
                event instanceof CleanupBegun
                        || event instanceof JobObserved it && it.status().equals("COMPLETED");
            default -> madeFor.matches("(" + PREFLIGHT + ")/.*") && event instanceof ExecutionStarted;
        };
    }

    private static String action(String madeFor) {
        return madeFor.split("/", 3)[2];
    }

    private static String started(ExecutionEvent event) {
        return event instanceof ActionStarted started ? started.action().toString() : "";
    }

    private static String intended(ExecutionEvent event) {
        return event instanceof ActionIntended intended
                ? intended.action().toString()
                : event instanceof ActionStartRepeated again ? again.action().toString() : "";
    }
}
