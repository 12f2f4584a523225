package io.jenkins.plugins.drs.cli.progress;

import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.InstanceStage;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.state.WaveState;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** One line for each wave, drawn anew in place as things change. */
final class LiveProgress implements Progress {
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_LINE = "\u001b[2K";
    /** A terminal narrower than it said cuts lines off instead of breaking them, so that they stay where they were. */
    private static final String WITHOUT_BREAKS = "\u001b[?7l%s\u001b[?7h";

    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();

    private final PrintWriter out;
    private final InstantSource clock;
    private final int width;
    private final ExecutionState state = new ExecutionState();
    private int drawn;
    private long lastDrawn = System.nanoTime() - REDRAW_NANOS;

    /** @param width columns of the terminal */
    LiveProgress(PrintWriter out, InstantSource clock, int width) {
        this.out = out;
        this.clock = clock;
        this.width = width;
    }

    @Override
    public synchronized void accept(RecordedEvent recorded) {
        state.apply(recorded);
        tick();
    }

    @Override
    public synchronized void tick() {
        if (state.phase() != Phase.NEW && System.nanoTime() - lastDrawn >= REDRAW_NANOS) {
            draw();
        }
    }

    /** Below the lines that were drawn last; the next ones are drawn below it. */
    @Override
    public synchronized void say(String line) {
        out.print(CLEAR_LINE);
        out.println(line);
        out.flush();
        drawn = 0;
    }

    @Override
    public synchronized void finish() {
        draw();
    }

    private void draw() {
        StringBuilder screen = new StringBuilder();
        if (drawn > 0) {
            screen.append(UP.formatted(drawn));
        }
        List<String> lines = WaveLines.of(state, clock.instant(), width);
        lines.forEach(line -> screen.append(CLEAR_LINE).append(line).append('\n'));
        out.print(WITHOUT_BREAKS.formatted(screen));
        out.flush();
        drawn = lines.size();
        lastDrawn = System.nanoTime();
    }

    /** An execution as a few lines of a width: what it is busy with against its objective, then its waves. */
    static final class WaveLines {
        private static final int NARROWEST_NAME = 8;
        private static final int WIDEST_NAME = 24;
        /** Columns besides the name and the counts: blanks and the time that a wave has taken. */
        private static final int OTHERS = 13;

        private final ExecutionState state;
        private final Instant now;

        private WaveLines(ExecutionState state, Instant now) {
            this.state = state;
            this.now = now;
        }

        /** @param width columns of the terminal; no line is longer, and the last column stays free */
        static List<String> of(ExecutionState state, Instant now, int width) {
            WaveLines lines = new WaveLines(state, now);
            int longest = state.waves().stream()
                    .mapToInt(wave -> lines.counts(wave).length())
                    .max()
                    .orElse(0);
            int name = Math.max(NARROWEST_NAME, Math.min(WIDEST_NAME, width - longest - OTHERS));
            List<String> all = new ArrayList<>();
            all.add(lines.head());
            state.waves()
                    .forEach(wave -> all.add(
                            "  " + fitted(wave.name(), name) + " " + lines.counts(wave) + "  " + lines.elapsed(wave)));
            return all.stream()
                    .map(line -> PlainText.shortened(line, width - 1))
                    .toList();
        }

        private String head() {
            String objective = state.plan()
                    .rto()
                    .map(rto -> " of " + clock(rto) + " (RTO)")
                    .orElse("");
            return Shown.line(state.started().planName()) + "  " + busy() + "  "
                    + clock(Duration.between(state.startedAt(), now)) + objective;
        }

        private String busy() {
            if (state.phase() == Phase.CLEANUP) {
                long gone = state.instances().stream()
                        .filter(instance -> instance.stage() == InstanceStage.GONE)
                        .count();
                return "CLEANUP " + gone + "/" + state.instances().size() + " terminated";
            }
            return state.phase() == Phase.FINISHED
                    ? state.status().name()
                    : state.phase().name();
        }

        private String counts(WaveState wave) {
            List<ServerState> servers = state.serversOf(wave.name());
            return "%-12s %s launched, %d recovered, %d failed"
                    .formatted(
                            wave.status(),
                            count(servers, ServerStage.LAUNCHED, ServerStage.VALIDATED) + "/" + servers.size(),
                            count(servers, ServerStage.VALIDATED),
                            count(servers, ServerStage.FAILED));
        }

        private static long count(List<ServerState> servers, ServerStage... stages) {
            List<ServerStage> wanted = List.of(stages);
            return servers.stream()
                    .filter(server -> wanted.contains(server.stage()))
                    .count();
        }

        private String elapsed(WaveState wave) {
            boolean idle = wave.status() == WaveStatus.PENDING || wave.status().ended();
            return idle ? "" : clock(Duration.between(wave.since(), now));
        }

        private static String clock(Duration duration) {
            return "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
        }

        private static String fitted(String name, int width) {
            String text = PlainText.shortened(Shown.line(name), width);
            return text + " ".repeat(width - text.codePointCount(0, text.length()));
        }
    }
}
