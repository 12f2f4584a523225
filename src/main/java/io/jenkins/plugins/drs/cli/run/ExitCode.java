package io.jenkins.plugins.drs.cli.run;

/** What a command tells the shell. */
public final class ExitCode {
    public static final int GOOD = 0;
    /** The drill, check or cleanup did not succeed. */
    public static final int NOT_SUCCEEDED = 1;
    /** Wrong usage, or input that is not valid. */
    public static final int INVALID = 2;
    /** AWS refused or could not be reached. */
    public static final int AWS = 3;
    /** A check refused to begin or to go on; nothing was changed. */
    public static final int REFUSED = 7;

    private ExitCode() {}
}
