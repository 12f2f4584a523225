/**
 * AWS through the AWS SDK for Java 2. {@link io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections} is the way in; nobody
 * else imports the SDK. One method of a gateway makes one attempt per HTTP call: the SDK's own retries are off, because
 * the engine decides and journals every retry.
 */
package io.jenkins.plugins.drs.engine.aws.sdk;
