package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The target accounts that groups of a source need. */
final class Accounts {
    private final Map<String, Map<String, Object>> accounts = new LinkedHashMap<>();
    private final Optional<String> defaultRole;
    private final Notes notes;
    private String own = "";

    Accounts(MigrationOptions options, Notes notes) {
        defaultRole = options.assumeRole();
        this.notes = notes;
    }

    /** The account in which the other tool ran; its own groups needed no role. */
    void own(String accountId) {
        own = accountId;
    }

    /** Makes a target account where there is a role for it, and gives its id; empty means the account of the caller. */
    Optional<String> of(Optional<String> accountId, Optional<String> role, JsonPointer at) {
        if (accountId.isEmpty()) {
            return Optional.empty();
        }
        String id = accountId.get();
        Optional<String> chosen = role.isPresent() ? role : defaultRole;
        if (accounts.containsKey(id)) {
            tellOtherRole(id, role, at);
            return accountId;
        }
        if (chosen.isEmpty()) {
            notes.changed(
                    at,
                    "Account " + Shown.quoted(id) + (id.equals(own) ? " is where the document comes from" : "")
                            + " has no role to assume; the credentials of the caller must be of this account. To have"
                            + " it as a target account, name the role");
            return Optional.empty();
        }
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("accountId", id);
        account.put("assumeRoleName", roleName(chosen.get()));
        accounts.put(id, account);
        return accountId;
    }

    private void tellOtherRole(String id, Optional<String> role, JsonPointer at) {
        Object first = accounts.get(id).get("assumeRoleName");
        if (role.isPresent() && !roleName(role.get()).equals(first)) {
            notes.lost(
                    at,
                    "The role " + Shown.quoted(role.get()) + "; account " + id + " is reached with the role "
                            + Shown.quoted(String.valueOf(first)));
        }
    }

    private static String roleName(String role) {
        int name = role.startsWith("arn:") ? role.indexOf(":role/") : -1;
        return name < 0 ? role : role.substring(name + ":role/".length());
    }

    List<Object> all() {
        return new ArrayList<>(accounts.values());
    }
}
