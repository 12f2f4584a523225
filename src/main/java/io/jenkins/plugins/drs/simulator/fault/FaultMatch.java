package io.jenkins.plugins.drs.simulator.fault;

import java.util.List;

/**
 * Whom a fault strikes. What is null or empty matches everything.
 *
 * @param service signing name, such as {@code drs}
 * @param operation such as {@code StartRecovery}
 * @param account twelve digits
 * @param region such as {@code us-east-1}
 * @param servers source server ids or host names
 * @param document name of an automation document
 */
public record FaultMatch(
        String service, String operation, String account, String region, List<String> servers, String document) {

    /** Matches everything. */
    public static final FaultMatch ANY = new FaultMatch(null, null, null, null, List.of(), null);

    public FaultMatch {
        servers = servers == null ? List.of() : List.copyOf(servers);
    }

    boolean accepts(Occasion occasion) {
        return accepts(service, occasion.service())
                && accepts(operation, occasion.operation())
                && accepts(account, occasion.account())
                && accepts(region, occasion.region())
                && accepts(document, occasion.document())
                && (servers.isEmpty() || isAmong(occasion.serverId()) || isAmong(occasion.hostname()));
    }

    /** An occasion that names no server strikes none. */
    private boolean isAmong(String server) {
        return server != null && servers.contains(server);
    }

    private static boolean accepts(String wanted, String actual) {
        return wanted == null || wanted.equalsIgnoreCase(actual);
    }
}
