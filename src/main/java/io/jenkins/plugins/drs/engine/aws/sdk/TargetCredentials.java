package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who calls are made as in each target: the caller, or a role there that the caller assumes. */
final class TargetCredentials {
    private final BaseCredentials base;
    private final SdkClients clients;
    private final Map<String, RoleToAssume> roles;
    private final InstantSource clock;
    private final OwnAccount ownAccount = new OwnAccount();
    private final Map<Target, RoleSession> sessions = new ConcurrentHashMap<>();

    TargetCredentials(BaseCredentials base, SdkClients clients, Map<String, RoleToAssume> roles, InstantSource clock) {
        this.base = base;
        this.clients = clients;
        this.roles = roles;
        this.clock = clock;
    }

    /** The same for the same target each time. */
    CallerCredentials of(Target target) {
        return target.accountId().isEmpty() ? base : sessions.computeIfAbsent(target, this::session);
    }

    /** One session per Region as well, so that a Region can be worked in while another one is down. */
    private RoleSession session(Target target) {
        var entry = new RoleSession.Entry(
                target, Optional.ofNullable(roles.get(target.accountId().orElseThrow())), ownAccount);
        return new RoleSession(entry, base, () -> clients.sts(target, base), clock);
    }
}
