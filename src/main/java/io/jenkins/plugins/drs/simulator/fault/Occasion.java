package io.jenkins.plugins.drs.simulator.fault;

/** A moment at which a fault may strike: a call, a phase of a server's launch, or an automation. */
public record Occasion(
        String service,
        String operation,
        String account,
        String region,
        String serverId,
        String hostname,
        String document) {

    /** A call that has just come in. */
    public static Occasion call(String service, String operation, String account, String region) {
        return new Occasion(service, operation, account, region, null, null, null);
    }

    /** Something is about to happen to a source server or its instance. */
    public static Occasion server(String account, String region, String serverId, String hostname) {
        return new Occasion(null, null, account, region, serverId, hostname, null);
    }

    /** An automation is about to go on. */
    public static Occasion automation(String account, String region, String document) {
        return new Occasion(null, null, account, region, null, null, document);
    }
}
