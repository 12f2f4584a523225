package io.jenkins.plugins.drs.cli.progress;

import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
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
}
