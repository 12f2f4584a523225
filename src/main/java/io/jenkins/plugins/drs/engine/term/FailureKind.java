package io.jenkins.plugins.drs.engine.term;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a failed call means for what to do next. Decided once, where the answer of AWS is read. */
public enum FailureKind {
    /** Too many calls; repeat later. The call did nothing. */
    THROTTLED(true, false, Remedy.LATER),
    /** AWS failed (5xx), so the call may or may not have been done. */
    SERVER_FAULT(true, true, Remedy.LATER),
    /** No answer, or a cut connection: the call may or may not have been done. */
    NO_ANSWER(true, true, Remedy.NETWORK),
    /** Something answered, but not AWS, or not as AWS does: the call may or may not have been done. */
    UNREADABLE(
            true,
            true,
            "Let this machine reach the endpoints of AWS: sign in at the proxy or let it pass these hosts, and check the "
                    + "endpoint, then start again."),
    /** AWS could not be reached at all, so the call was not done. */
    UNREACHABLE(true, false, Remedy.NETWORK),
    /** What gives the credentials, such as STS those of a role, could not be reached, so the call was not made. */
    CREDENTIALS_UNREACHABLE(
            true,
            false,
            "The credentials were not refused. Those of a role come from AWS STS, whose address the message names where it "
                    + "is known: let this machine reach it (name server, firewall, proxy), then start again."),
    /** Credentials have expired; repeat with fresh ones. The call did nothing. */
    EXPIRED_CREDENTIALS(true, false, Remedy.RENEW),
    /** As {@link #EXPIRED_CREDENTIALS}, of keys that nobody renews by themselves. */
    EXPIRED_KEYS(true, false, Remedy.RENEW),
    /** Something else works on the same thing, such as a server that is in a job already; wait and repeat. */
    CONFLICT(true, false, Remedy.WAIT),
    /** A limit of the account is reached; wait and repeat. */
    QUOTA(true, false, Remedy.WAIT),
    /** Credentials or endpoint lead elsewhere than before, so the call was not made; repeat when that was put right. */
    WRONG_PLACE(
            true,
            false,
            "Give back the credentials and the endpoint that the execution began with: it works in that account of that AWS, "
                    + "or not at all."),
    /** There are no credentials, or AWS does not know them. */
    NO_CREDENTIALS(false, false, "Give valid AWS credentials: a profile, environment variables or a role."),
    /** The caller may not do this. */
    ACCESS_DENIED(false, false, "Allow %s to the role or user that the drill runs as."),
    /** The request is wrong. */
    INVALID(false, false, Remedy.CORRECT),
    /** What the request names does not exist. */
    NOT_FOUND(false, false, "Correct the name, or create what it names in this account and Region."),
    /** Elastic Disaster Recovery was never set up in the Region. */
    UNINITIALIZED(false, false, "Open Elastic Disaster Recovery once in this Region and initialise it."),
    /** Anything else, and what a newer version writes. */
    @JsonEnumDefaultValue
    OTHER(false, false, Remedy.CORRECT);

    private final boolean retryable;
    private final boolean inDoubt;
    private final String remedy;

    FailureKind(boolean retryable, boolean inDoubt, String remedy) {
        this.retryable = retryable;
        this.inDoubt = inDoubt;
        this.remedy = remedy;
    }

    /** What several kinds ask for. */
    private static final class Remedy {
        static final String LATER = "AWS is busy or has a fault; start again later.";
        static final String NETWORK = "Check the network, the proxy and the endpoint, then start again.";
        static final String RENEW = "Renew the credentials and start again.";
        static final String WAIT = "Wait for what runs in the account to end, then start again.";
        static final String CORRECT = "Correct what the message names, then start again.";
        /** A role is entered by two permissions, and a wrong external id looks like a missing one. */
        static final String ASSUME_ROLE =
                "Let the trust policy of the role name the role or user that assumes it, give the external id that the trust "
                        + "policy asks for where the role is named (the account in the plan, or the credentials), and allow "
                        + "that role or user sts:AssumeRole.";
    }

    /** What to do about such a failure of an operation, such as {@code drs:DescribeJobs}, in one sentence or two. */
    public String remedy(String operation) {
        return this == ACCESS_DENIED && operation.equals("sts:AssumeRole")
                ? Remedy.ASSUME_ROLE
                : remedy.replace("%s", operation);
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public boolean isRetryable() {
        return retryable;
    }

    /** Whether the call may have been carried out although it failed. */
    public boolean isInDoubt() {
        return inDoubt;
    }
}
