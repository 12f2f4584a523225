package io.jenkins.plugins.drs.engine.quota;

/** What an account and Region runs already: jobs in progress and servers in them, whoever started them. */
public record InFlight(int jobs, int servers) {
    public InFlight plus(InFlight other) {
        return new InFlight(jobs + other.jobs, servers + other.servers);
    }
}
