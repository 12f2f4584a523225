package io.jenkins.plugins.drs.cli.progress;

import java.io.PrintWriter;
import java.time.InstantSource;

/** How a running execution is shown. */
public enum ProgressStyle {
    AUTO,
    LIVE,
    PLAIN;

    /** @param clock the time of the run */
    public Progress progress(PrintWriter out, InstantSource clock) {
        boolean live = this == LIVE || (this == AUTO && isTerminal());
        return live ? new LiveProgress(out, clock) : new PlainProgress(out);
    }

    private static boolean isTerminal() {
        String terminal = System.getenv("TERM");
        return System.console() != null && terminal != null && !terminal.equals("dumb");
    }
}
