package io.jenkins.plugins.drs.cli.progress;

import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.result.EventText;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/** Shows an execution while it runs. */
public interface Progress extends Consumer<RecordedEvent> {
    /** Called often, so that what depends on the time can be shown anew. */
    void tick();

    /** Says something that stays to be read. Safe to call from any thread. */
    void say(String line);

    /** Called once, after the last event. */
    void finish();

    /** A line with its time for every event that is worth one. */
    final class PlainProgress implements Progress {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

        private final PrintWriter out;
        private final EventText text = new EventText();

        PlainProgress(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void accept(RecordedEvent recorded) {
            text.line(recorded).ifPresent(line -> {
                out.println(TIME.format(recorded.at()) + "  " + line);
                out.flush();
            });
        }

        @Override
        public void tick() {}

        @Override
        public void say(String line) {
            out.println(line);
            out.flush();
        }

        @Override
        public void finish() {}
    }

    /** How a running execution is shown. */
    enum ProgressStyle {
        AUTO,
        LIVE,
        PLAIN;

        private static final int USUAL = 80;
        private static final int NARROWEST = 40;

        /** @param clock the time of the run */
        public Progress progress(PrintWriter out, InstantSource clock) {
            boolean live = this == LIVE || (this == AUTO && isTerminal());
            return live
                    ? new LiveProgress(out, clock, columns(System.getenv("COLUMNS"), USUAL))
                    : new PlainProgress(out);
        }

        /**
         * The width of the terminal in columns.
         *
         * @param said by the shell; may be null or no number
         * @param otherwise what it is then
         */
        public static int columns(String said, int otherwise) {
            boolean known = said != null && said.matches("[1-9][0-9]{1,4}");
            return known ? Math.max(NARROWEST, Integer.parseInt(said)) : otherwise;
        }

        private static boolean isTerminal() {
            String terminal = System.getenv("TERM");
            return System.console() != null && terminal != null && !terminal.equals("dumb");
        }
    }
}
