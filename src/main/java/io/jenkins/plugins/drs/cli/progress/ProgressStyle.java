package io.jenkins.plugins.drs.cli.progress;

import java.io.PrintWriter;
import java.time.InstantSource;

/** How a running execution is shown. */
public enum ProgressStyle {
    AUTO,
    LIVE,
    PLAIN;

    private static final int USUAL = 80;
    private static final int NARROWEST = 40;

    /** @param clock the time of the run */
    public Progress progress(PrintWriter out, InstantSource clock) {
        boolean live = this == LIVE || (this == AUTO && isTerminal());
        return live ? new LiveProgress(out, clock, columns(System.getenv("COLUMNS"), USUAL)) : new PlainProgress(out);
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
