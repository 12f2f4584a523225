package io.jenkins.plugins.drs.engine.execution.core;

import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.state.EffectHistory;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells what was seen from what nobody could look at: a look that AWS refused, or did not answer, is no look. */
public final class Visibility {
    /** How long a look may fail, after the time of what it looks at is over, until that is given up unseen. */
    public static final Duration PATIENCE = Duration.ofMinutes(15);

    private Visibility() {}

    /**
     * Whether nothing more is to be waited for of what the effect looks at, whose time ended at {@code limit}: it was
     * looked at since, or could not be for {@link #PATIENCE}.
     */
    public static boolean isOver(ExecutionState state, String effect, Instant limit, Instant now) {
        EffectHistory looks = state.effect(effect);
        if (looks.isAnsweredSince(limit)) {
            return true;
        }
        return looks.failingSince()
                .map(since -> since.isAfter(limit) ? since : limit)
                .filter(since -> !now.isBefore(state.deadline(since, PATIENCE)))
                .isPresent();
    }

    /** Since when nobody can look, why, and what to do about it; empty when the last look was answered. */
    public static Optional<String> lost(EffectHistory looks) {
        return looks.failingSince().flatMap(since -> looks.lastFailure().map(failure -> lost(since, failure)));
    }

    /** The same where no call works any more, for keys that do not change by themselves; empty until {@link #PATIENCE} is over. */
    public static Optional<String> lostForGood(ExecutionState state, Instant now) {
        return lostForGoodAt(state)
                .filter(end -> !now.isBefore(end))
                .flatMap(end -> lost(state.effect(EffectHistory.KEYS)));
    }

    /** When that is so; empty while keys are taken. */
    public static Optional<Instant> lostForGoodAt(ExecutionState state) {
        return state.effect(EffectHistory.KEYS).failingSince().map(since -> state.deadline(since, PATIENCE));
    }

    private static String lost(Instant since, EffectFailed failure) {
        return "Jobs or instances could not be read since " + since + ": " + failure.operation() + " failed with "
                + failure.code() + ": " + failure.message() + ". "
                + failure.kind().remedy(failure.operation());
    }
}
