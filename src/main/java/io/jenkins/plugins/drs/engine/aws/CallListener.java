package io.jenkins.plugins.drs.engine.aws;

/** Hears of every call to AWS right after it ended, on the thread that made it. */
@FunctionalInterface
public interface CallListener {
    void called(CallRecord call);
}
