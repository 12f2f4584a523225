package io.jenkins.plugins.drs.engine.result;

import java.util.Optional;

/**
 * An account and Region.
 *
 * @param accountId twelve digits; empty when the caller's own account was not identified
 */
public record Place(Optional<String> accountId, String region) {
    @Override
    public String toString() {
        return accountId.map(id -> id + "/" + region).orElse(region);
    }
}
