package io.jenkins.plugins.drs.simulator.environment;

import java.util.List;
import java.util.Map;

/**
 * An account.
 *
 * @param accountId twelve digits
 * @param accessKeys access key ids that belong to it
 * @param roles what can be assumed in it
 * @param regions by name; a Region that is not here exists, but DRS was never set up in it
 */
public record AccountSpec(
        String accountId, List<String> accessKeys, List<RoleSpec> roles, Map<String, RegionSpec> regions) {

    public AccountSpec {
        if (accountId == null || !accountId.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("Expected accountId to be twelve digits, but got " + accountId);
        }
        accessKeys = accessKeys == null ? List.of() : List.copyOf(accessKeys);
        roles = roles == null ? List.of() : List.copyOf(roles);
        regions = regions == null ? Map.of() : Map.copyOf(regions);
    }

    /**
     * A role that may be assumed.
     *
     * @param externalId what the caller must present; null asks for none
     */
    public record RoleSpec(String roleName, String externalId) {}
}
