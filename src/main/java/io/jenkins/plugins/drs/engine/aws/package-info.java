/**
 * What the engine asks of AWS, in the engine's own words. Every method makes one logical request, which may be
 * several calls where AWS pages; every call is told to the {@link CallListener}. Every failure is an
 * {@link AwsFailure}. Nothing here retries: that is decided by the engine, which journals it.
 */
package io.jenkins.plugins.drs.engine.aws;
