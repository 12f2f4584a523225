package io.jenkins.plugins.drs.engine.term;

/** What a failed call means for what to do next. Decided once, where the answer of AWS is read. */
public enum FailureKind {
    /** Too many calls; repeat later. The call did nothing. */
    THROTTLED(true, false),
    /** AWS failed (5xx), so the call may or may not have been done. */
    SERVER_FAULT(true, true),
    /** No answer, or a cut connection: the call may or may not have been done. */
    NO_ANSWER(true, true),
    /** Something answered, but not AWS, or not as AWS does: the call may or may not have been done. */
    UNREADABLE(true, true),
    /** AWS could not be reached at all, so the call was not done. */
    UNREACHABLE(true, false),
    /** What gives the credentials, such as STS those of a role, could not be reached, so the call was not made. */
    CREDENTIALS_UNREACHABLE(true, false),
    /** Credentials have expired; repeat with fresh ones. The call did nothing. */
    EXPIRED_CREDENTIALS(true, false),
    /** As {@link #EXPIRED_CREDENTIALS}, of keys that nobody renews by themselves. */
    EXPIRED_KEYS(true, false),
    /** Something else works on the same thing, such as a server that is in a job already; wait and repeat. */
    CONFLICT(true, false),
    /** A limit of the account is reached; wait and repeat. */
    QUOTA(true, false),
    /** Credentials or endpoint lead elsewhere than before, so the call was not made; repeat when that was put right. */
    WRONG_PLACE(true, false),
    /** There are no credentials, or AWS does not know them. */
    NO_CREDENTIALS(false, false),
    /** The caller may not do this. */
    ACCESS_DENIED(false, false),
    /** The request is wrong. */
    INVALID(false, false),
    /** What the request names does not exist. */
    NOT_FOUND(false, false),
    /** Elastic Disaster Recovery was never set up in the Region. */
    UNINITIALIZED(false, false),
    /** Anything else. */
    OTHER(false, false);

    private final boolean retryable;
    private final boolean inDoubt;

    FailureKind(boolean retryable, boolean inDoubt) {
        this.retryable = retryable;
        this.inDoubt = inDoubt;
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
