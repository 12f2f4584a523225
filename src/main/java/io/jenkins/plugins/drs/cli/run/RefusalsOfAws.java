package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Remembers whether AWS refused the caller, or could not be reached. */
final class RefusalsOfAws implements Consumer<RecordedEvent> {
    private static final Set<FailureKind> REFUSALS = EnumSet.of(
            FailureKind.ACCESS_DENIED,
            FailureKind.NO_CREDENTIALS,
            FailureKind.EXPIRED_CREDENTIALS,
            FailureKind.EXPIRED_KEYS,
            FailureKind.UNREADABLE,
            FailureKind.CREDENTIALS_UNREACHABLE,
            FailureKind.UNINITIALIZED,
            FailureKind.UNREACHABLE,
            FailureKind.NO_ANSWER,
            FailureKind.SERVER_FAULT,
            FailureKind.THROTTLED);

    private boolean any;

    @Override
    public void accept(RecordedEvent recorded) {
        if (recorded.event() instanceof EffectFailed failed && failed.retryAt().isEmpty()) {
            any |= REFUSALS.contains(FailureKind.valueOf(failed.kind()));
        }
    }

    boolean isAny() {
        return any;
    }
}
