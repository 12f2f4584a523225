package io.jenkins.plugins.drs.simulator.environment;

/**
 * Limits per account and Region. Defaults are AWS's own, from "AWS Elastic Disaster Recovery endpoints
 * and quotas" in the AWS General Reference.
 *
 * @param enforced whether AWS refuses what passes a limit; if not, the record tells who passed it
 * @param pageSize most items that one page carries; AWS does not publish its figure
 */
public record Quotas(
        Integer serversPerJob,
        Integer concurrentJobs,
        Integer serversInAllJobs,
        Integer jobsPerServer,
        Integer pageSize,
        Boolean enforced) {

    public Quotas {
        serversPerJob = Absent.or(serversPerJob, 100);
        concurrentJobs = Absent.or(concurrentJobs, 20);
        serversInAllJobs = Absent.or(serversInAllJobs, 500);
        jobsPerServer = Absent.or(jobsPerServer, 1);
        pageSize = Absent.or(pageSize, 200);
        enforced = Absent.or(enforced, true);
    }

    /** AWS's defaults. */
    public static Quotas ofAws() {
        return new Quotas(null, null, null, null, null, null);
    }
}
