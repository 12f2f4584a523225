package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.IdentityGateway.CallerIdentity;
import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * Where calls lead in each target, as of the last time that the engine asked. Credentials that have changed since are asked first
 * whose they are, so that no call is made in another account. Safe for use by threads.
 */
final class ProvenPlaces {
    private final Map<Target, Proof> proofs = new ConcurrentHashMap<>();

    /** @param by the credentials that it was found out with */
    private record Proof(CallerIdentity identity, AwsCredentials by) {}

    /** Remembers what the engine was told. */
    void proven(Target target, CallerIdentity identity, AwsCredentials by) {
        proofs.put(target, new Proof(identity, by));
    }

    /** What answers in a target; empty before the engine has asked. */
    Optional<Endpoint> endpoint(Target target) {
        return Optional.ofNullable(proofs.get(target))
                .map(proof -> proof.identity().endpoint());
    }

    /**
     * Sees to it that a call leads where it is known to lead. Where nothing is known there is nothing to compare with.
     *
     * @param ask tells who the calls of the target are made as now
     * @throws AwsFailure {@link FailureKind#WRONG_PLACE} when the credentials are of another account or the endpoint is another
     */
    void require(Target target, String operation, AwsCredentials used, Supplier<CallerIdentity> ask) {
        Proof proof = proofs.get(target);
        if (proof == null || proof.by().equals(used)) {
            return;
        }
        CallerIdentity now = ask.get();
        if (!isSame(proof.identity(), now)) {
            throw FailureClassifier.found(
                    operation,
                    FailureKind.WRONG_PLACE,
                    "WrongPlace",
                    "The credentials have changed. The calls for " + target + " led to " + told(proof.identity())
                            + ", and would lead to " + told(now) + " now; the call was not made");
        }
        proofs.replace(target, proof, new Proof(proof.identity(), used));
    }

    private static boolean isSame(CallerIdentity one, CallerIdentity other) {
        return one.accountId().equals(other.accountId()) && one.endpoint().isSame(other.endpoint());
    }

    private static String told(CallerIdentity identity) {
        return "account " + identity.accountId() + " (" + identity.endpoint() + ", " + identity.arn() + ")";
    }
}
