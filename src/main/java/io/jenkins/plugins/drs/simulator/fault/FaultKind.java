package io.jenkins.plugins.drs.simulator.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can go wrong on demand: to a call on its way, or to the world behind it. */
public enum FaultKind {
    /** The call is throttled, in the words of its service. */
    THROTTLE,
    /** The call fails with the effect's code and status. */
    ERROR,
    ACCESS_DENIED,
    EXPIRED_CREDENTIALS,
    /** The work is done, but the connection closes before the answer. */
    LOSE_ANSWER,
    /** The connection closes before any work is done. */
    CUT_CONNECTION,
    /** The answer is held back for a real (not simulated) time. */
    DELAY,
    /** A new launch job is not listed at first, as happens while AWS's copies of its data still differ. */
    LATE_JOB,
    FAIL_SNAPSHOT,
    /** The new snapshot fails, but the launch goes on with the one before it. */
    USE_PREVIOUS_SNAPSHOT,
    FAIL_CONVERSION,
    FAIL_LAUNCH,
    /** The server never gets beyond its conversion, so its job never ends. */
    HANG_JOB,
    /** The launched instance never passes its EC2 status checks. */
    FAIL_STATUS_CHECK,
    SSM_NEVER_ONLINE,
    HANG_AUTOMATION,
    /** The terminate job ends, but the instance is still running. */
    REFUSE_TERMINATE;

    /** Faults that replace the outcome of a call. */
    public static final Set<FaultKind> OF_CALLS =
            EnumSet.of(THROTTLE, ERROR, ACCESS_DENIED, EXPIRED_CREDENTIALS, LOSE_ANSWER, CUT_CONNECTION);

    /**
     * Reads {@code failLaunch}, {@code fail-launch} or {@code FAIL_LAUNCH}.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    @JsonCreator
    public static FaultKind of(String text) {
        String wanted = squeeze(text);
        return Arrays.stream(values())
                .filter(kind -> squeeze(kind.name()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected a fault kind of " + Arrays.toString(values()) + ", but got " + text));
    }

    private static String squeeze(String text) {
        return text.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }
}
