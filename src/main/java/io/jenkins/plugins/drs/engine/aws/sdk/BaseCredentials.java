package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.sdk.CallRunner.CallLog;
import io.jenkins.plugins.drs.engine.aws.sdk.CallRunner.CallerCredentials;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The caller's own credentials, from their source. Safe for use by threads. */
final class BaseCredentials implements CallerCredentials, AutoCloseable {
    private final CredentialSource source;
    private final Set<AwsCredentialsProvider> opened = Collections.newSetFromMap(new IdentityHashMap<>());
    private AwsCredentialsProvider provider;
    private AwsCredentials last;

    BaseCredentials(CredentialSource source) {
        this.source = source;
    }

    @Override
    public AwsCredentials prepare(CallLog log) {
        return resolveCredentials();
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        if (provider == null) {
            provider = source.open();
            opened.add(provider);
        }
        last = provider.resolveCredentials();
        return last;
    }

    @Override
    public synchronized void expired(AwsCredentials used) {
        if (used.equals(last)) {
            provider = null;
        }
    }

    /** Closes every provider that was opened; one that was replaced may have been in use until now. */
    @Override
    public synchronized void close() {
        for (AwsCredentialsProvider each : opened) {
            if (each instanceof SdkAutoCloseable closeable) {
                closeable.close();
            }
        }
        opened.clear();
        provider = null;
    }
}
