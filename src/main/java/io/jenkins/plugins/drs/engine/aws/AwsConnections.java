package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.aws.CallRecord.CallListener;
import java.util.function.UnaryOperator;

/** Opens access to AWS. Implementations share clients among everything they open; they are safe for use by threads. */
public interface AwsConnections extends AutoCloseable {
    /** Access whose calls are told to {@code listener}. Cheap; nothing needs to be closed. */
    AwsAccess open(CallListener listener);

    /** Gives back connections. Access that was opened must not be used afterwards. */
    @Override
    void close();

    /** The same connections, whose access is changed; closing either closes both. */
    default AwsConnections with(UnaryOperator<AwsAccess> change) {
        AwsConnections usual = this;
        return new AwsConnections() {
            @Override
            public AwsAccess open(CallListener listener) {
                return change.apply(usual.open(listener));
            }

            @Override
            public void close() {
                usual.close();
            }
        };
    }
}
