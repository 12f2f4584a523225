package io.jenkins.plugins.drs.engine.aws.sdk;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Who calls are made as. Clients hold it as their provider; it is made ready before each call. */
interface CallerCredentials extends AwsCredentialsProvider {
    /**
     * Credentials that are good for a call now. Calls that it takes to get them are told to {@code log}.
     *
     * @throws io.jenkins.plugins.drs.engine.aws.AwsFailure when such a call failed
     */
    AwsCredentials prepare(CallLog log);

    /** AWS said that {@code used} have expired: the next {@link #prepare} gets new ones, unless that happened already. */
    void expired(AwsCredentials used);
}
