package io.jenkins.plugins.drs.lab.bench;

import io.jenkins.plugins.drs.engine.aws.sdk.RoleToAssume;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.time.InstantSource;
import java.util.stream.Collectors;

/** How both ways of drilling enter the accounts of a plan. */
final class Roles {
    private Roles() {}

    static SdkSettings enter(SdkSettings sdk, InstantSource clock, DrConfiguration configuration) {
        return sdk.withClock(clock)
                .withRoles(configuration.targetAccounts().stream()
                        .map(account -> new RoleToAssume(
                                account.accountId(), account.assumeRoleName(), account.externalId(), "bench"))
                        .collect(Collectors.toMap(RoleToAssume::accountId, role -> role)));
    }
}
