package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.aws.CallRecord.CallListener;

/** Opens access to AWS. Implementations share clients among everything they open; they are safe for use by threads. */
public interface AwsConnections extends AutoCloseable {
    /** Access whose calls are told to {@code listener}. Cheap; nothing needs to be closed. */
    AwsAccess open(CallListener listener);

    /** Gives back connections. Access that was opened must not be used afterwards. */
    @Override
    void close();
}
