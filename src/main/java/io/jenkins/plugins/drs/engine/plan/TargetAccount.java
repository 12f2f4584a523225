package io.jenkins.plugins.drs.engine.plan;

import java.util.Map;
import java.util.Optional;

/**
 * An account that plans may work in by assuming a role there.
 *
 * @param accountId twelve digits
 * @param accountName a name for people; may be empty
 * @param assumeRoleName name of the role in that account, without its ARN
 * @param externalId external id that the role's trust policy asks for, if any
 * @param unknown fields of the document that this version does not know, kept as they were
 */
public record TargetAccount(
        String accountId,
        String accountName,
        String assumeRoleName,
        Optional<String> externalId,
        Map<String, Object> unknown) {

    public TargetAccount {
        unknown = Ordered.map(unknown);
    }
}
