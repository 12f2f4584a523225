package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.preflight.IdentifyAgain;
import io.jenkins.plugins.drs.engine.execution.preflight.SamePlace;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out, before a resumed execution does anything else, whether the calls of each of its targets still lead where it began.
 * Nothing of it is journalled before all of them do, so that a resume which is refused leaves the journal as it was.
 */
final class EnvironmentCheck {
    /** How often an AWS that does not answer is asked, at most once a minute in the end; counted, since clocks may leap. */
    private static final int MOST_ATTEMPTS = 90;

    private final ExecutionState state;
    private final ExecutionEvent first;
    private final Pacing pacing;
    private final Map<Target, TargetIdentified> unproven = new LinkedHashMap<>();
    private final Map<Target, EffectFailed> failures = new LinkedHashMap<>();
    private final List<ExecutionEvent> events = new ArrayList<>();
    private boolean stopped;

    /** @param first the event that the resumed engine begins with, once all is known */
    EnvironmentCheck(ExecutionState state, ExecutionEvent first, Pacing pacing) {
        this.pacing = pacing;
        this.state = state;
        this.first = first;
        state.identities().forEach(identity -> unproven.put(identity.target(), identity));
    }

    boolean isDone() {
        return unproven.isEmpty();
    }

    ExecutionEvent first() {
        return first;
    }

    /** What was found out, to be journalled once all is known. */
    List<ExecutionEvent> events() {
        return List.copyOf(events);
    }

    /** Why it is not known yet, as a sentence; empty when nothing is in the way. */
    Optional<String> obstacle() {
        return failures.values().stream()
                .findFirst()
                .map(failure -> "It is not known yet whether the execution is where it began: " + told(failure));
    }

    private static String told(EffectFailed failure) {
        return failure.operation() + " failed with " + failure.code() + ": " + failure.message();
    }

    /** Nobody waits any longer. */
    void stop() {
        stopped = true;
    }

    /**
     * Finds out what can be found out now.
     *
     * @param leapt what the clock had leapt so far
     * @param patienceMillis how long an answer is waited for, in real time
     * @param soon when to look again at what is under way
     * @return when to call again; empty when all is known
     */
    Optional<Instant> find(
            RunningEffects underway, InstantSource time, Duration leapt, long patienceMillis, Duration soon)
            throws IOException {
        while (!isDone()) {
            Optional<Instant> later = begin(underway, time.instant(), leapt);
            List<ExecutionEvent> outcome = underway.isEmpty() ? null : underway.take(patienceMillis);
            if (outcome != null) {
                take(outcome);
            } else if (underway.isEmpty()) {
                return later;
            } else if (underway.leave()) {
                Instant again = time.instant().plus(soon);
                return Optional.of(later.filter(again::isAfter).orElse(again));
            }
        }
        return Optional.empty();
    }

    /** Begins what is due, and answers when there is more to begin; empty when that depends on what is under way. */
    private Optional<Instant> begin(RunningEffects underway, Instant now, Duration leapt)
            throws WrongEnvironmentException {
        if (stopped) {
            throw new WrongEnvironmentException(
                    false, obstacle().orElse("It is not known whether the execution is where it began."));
        }
        Optional<Instant> later = Optional.empty();
        List<Effect> due = new ArrayList<>();
        for (Target target : unproven.keySet()) {
            IdentifyAgain effect = new IdentifyAgain(target);
            Optional<Instant> at = Optional.ofNullable(failures.get(target)).flatMap(EffectFailed::retryAt);
            if (at.filter(now::isBefore).isPresent()) {
                later = later.filter(at.get()::isAfter).or(() -> at);
            } else if (!underway.keys().contains(effect.key())) {
                due.add(effect);
            }
        }
        Pacing.Admitted admitted = pacing.admit(due);
        long first = state.causes().next(); // the event that the resumed engine begins with
        admitted.effects().forEach(effect -> underway.begin(effect, failuresOf(effect), leapt, first));
        return admitted.orEarlier(later);
    }

    private int failuresOf(Effect effect) {
        return failures.values().stream()
                .filter(failure -> failure.effect().equals(effect.key()))
                .findFirst()
                .map(EffectFailed::attempt)
                .orElse(0);
    }

    /**
     * Takes in what came of one question.
     *
     * @throws WrongPlaceException when it shows another place, or cannot be answered
     */
    private void take(List<ExecutionEvent> outcome) throws WrongEnvironmentException {
        events.addAll(outcome);
        for (ExecutionEvent event : outcome) {
            if (event instanceof TargetIdentified now) {
                requireSame(unproven.remove(now.target()), now);
                failures.remove(now.target());
            } else if (event instanceof EffectFailed failure) {
                failed(failure);
            }
        }
    }

    private void requireSame(TargetIdentified before, TargetIdentified now) throws WrongEnvironmentException {
        Optional<String> difference =
                SamePlace.difference(before, now, state.started().origin().simulated());
        if (difference.isPresent()) {
            throw new WrongEnvironmentException(
                    true,
                    "This is not where execution "
                            + state.started().executionId() + " began. " + difference.get()
                            + " Nothing was called there but sts:GetCallerIdentity, and nothing was changed.");
        }
    }

    private void failed(EffectFailed failure) throws WrongEnvironmentException {
        if (failure.retryAt().isEmpty() || failure.attempt() >= MOST_ATTEMPTS) {
            throw new WrongEnvironmentException(
                    false, "It could not be found out whether the execution is where it began: " + told(failure));
        }
        unproven.keySet().stream()
                .filter(target -> new IdentifyAgain(target).key().equals(failure.effect()))
                .forEach(target -> failures.put(target, failure));
    }
}
