package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.sdk.CallRunner.CallLog;
import io.jenkins.plugins.drs.engine.aws.sdk.CallRunner.CallerCredentials;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

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

    /** The account of the caller's own credentials: asked once, remembered. Safe for use by threads. */
    static final class OwnAccount {
        private Optional<String> accountId = Optional.empty();

        /** Whether it is {@code other}; {@code ask} gets it from AWS while it is not known. */
        synchronized boolean is(String other, Supplier<String> ask) {
            if (accountId.isEmpty()) {
                accountId = Optional.of(ask.get());
            }
            return accountId.get().equals(other);
        }
    }

    /**
     * The caller in an account of a plan: the caller as it is when the account is its own, else as the role there. A session
     * is kept until shortly before it expires, or until AWS says that it has. Safe for use by threads.
     */
    private static final class RoleSession implements CallerCredentials {
        private static final Duration RENEW_BEFORE_EXPIRY = Duration.ofMinutes(5);
        private static final Duration SHORTEST_USE = Duration.ofMinutes(1); // where our clock and that of STS disagree

        private final Entry entry;
        private final BaseCredentials base;
        private final Supplier<StsClient> sts;
        private final InstantSource clock;
        private AwsCredentials held;
        private Instant renewAt = Instant.MIN;

        /**
         * How an account is entered.
         *
         * @param target has an account id
         */
        record Entry(Target target, Optional<RoleToAssume> role, OwnAccount ownAccount) {
            String accountId() {
                return target.accountId().orElseThrow();
            }

            String partition() {
                return PartitionMetadata.of(Region.of(target.region())).id();
            }
        }

        /** @param sts client of the target's Region that calls as {@code base} */
        RoleSession(Entry entry, BaseCredentials base, Supplier<StsClient> sts, InstantSource clock) {
            this.entry = entry;
            this.base = base;
            this.sts = sts;
            this.clock = clock;
        }

        @Override
        public synchronized AwsCredentials prepare(CallLog log) {
            CallRunner asCaller = new CallRunner("sts", log, base);
            if (isOwnAccount(asCaller)) {
                held = base.prepare(log);
            } else if (!clock.instant().isBefore(renewAt)) {
                assume(asCaller);
            }
            return held;
        }

        @Override
        public synchronized AwsCredentials resolveCredentials() {
            return held;
        }

        @Override
        public synchronized void expired(AwsCredentials used) {
            base.expired(used);
            if (used.equals(held)) {
                renewAt = Instant.MIN;
            }
        }

        private boolean isOwnAccount(CallRunner asCaller) {
            var identity = new SdkIdentity(sts, asCaller);
            return entry.ownAccount()
                    .is(entry.accountId(), () -> identity.whoAmI().accountId());
        }

        private void assume(CallRunner asCaller) {
            AssumeRoleRequest request = request(entry.role().orElseThrow(this::noRole));
            Credentials issued = asCaller.run(
                    "AssumeRole",
                    () -> sts.get().assumeRole(request),
                    answer -> complete(Required.value(answer.credentials(), "Credentials")));
            held = AwsSessionCredentials.builder()
                    .accessKeyId(issued.accessKeyId())
                    .secretAccessKey(issued.secretAccessKey())
                    .sessionToken(issued.sessionToken())
                    .expirationTime(issued.expiration())
                    .build();
            Instant soonest = clock.instant().plus(SHORTEST_USE);
            Instant due = issued.expiration().minus(RENEW_BEFORE_EXPIRY);
            renewAt = due.isAfter(soonest) ? due : soonest;
        }

        private static Credentials complete(Credentials issued) {
            Required.text(issued.accessKeyId(), "Credentials.AccessKeyId");
            Required.text(issued.secretAccessKey(), "Credentials.SecretAccessKey");
            Required.text(issued.sessionToken(), "Credentials.SessionToken");
            Required.value(issued.expiration(), "Credentials.Expiration");
            return issued;
        }

        private AssumeRoleRequest request(RoleToAssume role) {
            var request = AssumeRoleRequest.builder()
                    .roleArn(role.arn(entry.partition()))
                    .roleSessionName(role.sessionName());
            role.externalId().ifPresent(request::externalId);
            return request.build();
        }

        private AwsFailure noRole() {
            return FailureClassifier.found(
                    "sts:AssumeRole",
                    FailureKind.NO_CREDENTIALS,
                    "NoRoleForAccount",
                    "Expected a role to assume in account " + entry.accountId()
                            + ", but none is configured and it is not the caller's own account");
        }
    }
}
