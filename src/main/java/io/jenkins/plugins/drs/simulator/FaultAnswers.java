package io.jenkins.plugins.drs.simulator;

import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.Fault.FaultEffect;
import io.jenkins.plugins.drs.simulator.wire.AwsError;
import io.jenkins.plugins.drs.simulator.wire.AwsError.CommonFailure;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Optional;

/** What a client gets to see of a fault. */
final class FaultAnswers {
    private static final long DEFAULT_DELAY_MILLIS = 1000;

    private FaultAnswers() {}

    /** The error with which a fault refuses a call; empty when it does something else. */
    static Optional<AwsError> refusal(Fault fault, Protocol protocol) {
        switch (fault.kind()) {
            case THROTTLE:
                return Optional.of(retryAfter(fault.effect(), named(fault, protocol, CommonFailure.THROTTLED)));
            case ACCESS_DENIED:
                return Optional.of(named(fault, protocol, CommonFailure.ACCESS_DENIED));
            case EXPIRED_CREDENTIALS:
                return Optional.of(named(fault, protocol, CommonFailure.EXPIRED));
            case ERROR:
                return Optional.of(retryAfter(fault.effect(), named(fault, protocol, CommonFailure.INTERNAL)));
            default:
                return Optional.empty();
        }
    }

    /** Real milliseconds by which a fault holds an answer back. */
    static long delayMillis(Fault fault) {
        Long millis = fault.effect().delayMillis();
        return millis == null ? DEFAULT_DELAY_MILLIS : millis;
    }

    private static AwsError named(Fault fault, Protocol protocol, CommonFailure failure) {
        FaultEffect effect = fault.effect();
        AwsError usual = protocol.failure(failure, effect.messageOr(failure.message()));
        return new AwsError(
                effect.status() == null ? usual.status() : effect.status(),
                effect.code() == null ? usual.code() : effect.code(),
                usual.getMessage());
    }

    private static AwsError retryAfter(FaultEffect effect, AwsError error) {
        return effect.retryAfterSeconds() == null ? error : error.retryAfter(effect.retryAfterSeconds());
    }
}
