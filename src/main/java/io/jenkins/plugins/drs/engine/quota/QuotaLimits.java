package io.jenkins.plugins.drs.engine.quota;

/**
 * Limits of Elastic Disaster Recovery for one account and Region.
 *
 * @param concurrentJobs jobs in progress, of launches and of terminations
 * @param serversPerJob source servers in one job
 * @param serversInAllJobs source servers in all jobs in progress
 */
public record QuotaLimits(int concurrentJobs, int serversPerJob, int serversInAllJobs) {
    /** What AWS grants at first, by its list of service quotas for Elastic Disaster Recovery. */
    public static final QuotaLimits AWS_DEFAULT = new QuotaLimits(20, 100, 500);
}
