package io.jenkins.plugins.drs.simulator.ledger;

/** Most jobs and most servers in jobs that were ever active together in an account's Region. */
public record Peak(String account, String region, int jobs, int servers) {

    Peak raisedTo(int otherJobs, int otherServers) {
        return new Peak(account, region, Math.max(jobs, otherJobs), Math.max(servers, otherServers));
    }
}
