package io.jenkins.plugins.drs.engine.plan;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One account and Region that a plan works in.
 *
 * @param accountId twelve digits of a target account; empty means the account of the caller's own credentials
 * @param region Region code such as {@code us-east-1}
 */
public record Target(Optional<String> accountId, String region) implements Comparable<Target> {
    private static final String OWN_ACCOUNT = "own";
    private static final Comparator<Target> ORDER = Comparator.comparing(Target::key);

    public Target {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(region, "region");
    }

    /** The target in the caller's own account. */
    public static Target own(String region) {
        return new Target(Optional.empty(), region);
    }

    /** Reads what {@link #key()} wrote. */
    public static Target parse(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Expected a target as account/region, but got '" + key + "'");
        }
        String account = key.substring(0, slash);
        return new Target(
                account.equals(OWN_ACCOUNT) ? Optional.empty() : Optional.of(account), key.substring(slash + 1));
    }

    /** A stable text form, {@code 123456789012/us-east-1} or {@code own/us-east-1}. */
    public String key() {
        return accountId.orElse(OWN_ACCOUNT) + "/" + region;
    }

    @Override
    public int compareTo(Target other) {
        return ORDER.compare(this, other);
    }

    /** For people: the Region, with the account where the plan names one. */
    @Override
    public String toString() {
        return accountId.map(account -> account + "/" + region).orElse(region);
    }
}
