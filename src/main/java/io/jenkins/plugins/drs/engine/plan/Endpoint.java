package io.jenkins.plugins.drs.engine.plan;

import java.util.Optional;

/**
 * What answers calls: AWS itself, the simulator, or something else in their place.
 *
 * @param address such as {@code https://sts.us-east-1.amazonaws.com}, without a path
 * @param simulatorId id of the simulator's world, by the simulator's own answers; empty for any other kind
 */
public record Endpoint(Kind kind, String address, Optional<String> simulatorId) {
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
     * address.
     */
    public boolean isSame(Endpoint other) {
        return kind == other.kind
                && simulatorId.equals(other.simulatorId)
                && (kind != Kind.OTHER || address.equals(other.address));
    }

    public boolean simulates() {
        return kind == Kind.SIMULATOR;
    }

    /** For people: {@code AWS}, {@code the simulator at http://127.0.0.1:4566 (id 1f2e…)}, or the address. */
    @Override
    public String toString() {
        return switch (kind) {
            case AWS -> "AWS";
            case SIMULATOR ->
                "the simulator at " + address
                        + simulatorId.map(id -> " (id " + id + ")").orElse("");
            case OTHER -> address + ", which is not AWS";
        };
    }
}
