package io.jenkins.plugins.drs.simulator.environment;

/**
 * Limits per account and Region. Defaults are AWS's own, from "AWS Elastic Disaster Recovery endpoints
 * and quotas" in the AWS General Reference.
 *
 * @param pageSize most items that one page carries; AWS does not publish its figure
 */
public record Quotas(
        Integer serversPerJob,
        Integer concurrentJobs,
        Integer serversInAllJobs,
        Integer jobsPerServer,
        Integer pageSize) {

    public Quotas {
        serversPerJob = serversPerJob == null ? 100 : serversPerJob;
        concurrentJobs = concurrentJobs == null ? 20 : concurrentJobs;
        serversInAllJobs = serversInAllJobs == null ? 500 : serversInAllJobs;
        jobsPerServer = jobsPerServer == null ? 1 : jobsPerServer;
        pageSize = pageSize == null ? 200 : pageSize;
    }

    /** AWS's defaults. */
    public static Quotas ofAws() {
        return new Quotas(null, null, null, null, null);
    }
}
