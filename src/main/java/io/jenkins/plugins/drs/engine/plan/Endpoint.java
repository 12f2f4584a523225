package io.jenkins.plugins.drs.engine.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What answers calls: AWS itself, the simulator, or something else in their place.
 *
 * @param address such as {@code https://sts.us-east-1.amazonaws.com}, without a path
 * @param simulatorId id of the simulator's world, by the simulator's own answers; empty for any other kind
 * @param services addresses of the services whose calls go elsewhere than to {@code address}, by service such as {@code drs};
 *     only of {@link Kind#OTHER}, since those of AWS and of one simulator are the same wherever they go; empty where all
 *     have one, and in journals of earlier versions
 */
public record Endpoint(
        Kind kind, String address, Optional<String> simulatorId, Optional<Map<String, String>> services) {
    public Endpoint {
        services = services.map(Endpoint::known).filter(some -> !some.isEmpty());
    }

    /** Without those that a journal names and gives no address. */
    private static Map<String, String> known(Map<String, String> services) {
        Map<String, String> known = new TreeMap<>(services);
        known.values().removeIf(Objects::isNull);
        return Collections.unmodifiableMap(known);
    }

    /** All services have one address. */
    public Endpoint(Kind kind, String address, Optional<String> simulatorId) {
        this(kind, address, simulatorId, Optional.empty());
    }

    /** Who is behind an endpoint. */
    public enum Kind {
        /** An address below the DNS suffixes of AWS; the only kind that proves something about AWS. */
        AWS,
        /** The simulator of this product. */
        SIMULATOR,
        /** Neither, such as LocalStack or a gateway. */
        OTHER
    }

    /**
     * Whether it is the same thing that answers: AWS under any of its addresses, a simulator with the same world, else the same
     * addresses of all services.
     */
    public boolean isSame(Endpoint other) {
        return kind == other.kind
                && simulatorId.equals(other.simulatorId)
                && (kind != Kind.OTHER || address.equals(other.address) && services.equals(other.services));
    }

    public boolean simulates() {
        return kind == Kind.SIMULATOR;
    }

    private String elsewhere() {
        return services.map(some -> some.entrySet().stream()
                        .map(service -> service.getKey() + " at " + service.getValue())
                        .collect(Collectors.joining(", ", " (", ")")))
                .orElse("");
    }

    /** For people: {@code AWS}, {@code the simulator at http://127.0.0.1:4566 (id 1f2e…)}, or the address. */
    @Override
    public String toString() {
        return switch (kind) {
            case AWS -> "AWS";
            case SIMULATOR ->
                "the simulator at " + address
                        + simulatorId.map(id -> " (id " + id + ")").orElse("");
            case OTHER -> address + elsewhere() + ", which is not AWS";
        };
    }
}
