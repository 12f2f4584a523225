package io.jenkins.plugins.drs.engine.aws.sdk;

import java.util.Optional;
import java.util.function.Supplier;

/** The account of the caller's own credentials: asked once, remembered. Safe for use by threads. */
final class OwnAccount {
    private Optional<String> accountId = Optional.empty();

    /** Whether it is {@code other}; {@code ask} gets it from AWS while it is not known. */
    synchronized boolean is(String other, Supplier<String> ask) {
        if (accountId.isEmpty()) {
            accountId = Optional.of(ask.get());
        }
        return accountId.get().equals(other);
    }
}
