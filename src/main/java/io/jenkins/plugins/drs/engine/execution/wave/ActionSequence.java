package io.jenkins.plugins.drs.engine.execution.wave;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.ActionRef;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.execution.core.Visibility;
import io.jenkins.plugins.drs.engine.execution.preflight.PlanScope;
import io.jenkins.plugins.drs.engine.execution.watch.Watcher;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs the actions before or after a wave one after the other. */
public final class ActionSequence {
    /** Over one to two minutes. */
    private static final int START_ATTEMPTS_WHEN_STOPPING = 7;

    private final Timing timing;
    private final Watcher watcher;

    public ActionSequence(Timing timing, Watcher watcher) {
        this.timing = timing;
        this.watcher = watcher;
    }

    /** How far a sequence is. {@code reason} says why it failed; empty otherwise. */
    record Progress(boolean isDone, String reason) {
        boolean isFailed() {
            return !reason.isEmpty();
        }
    }

    private static final Progress DONE = new Progress(true, "");
    private static final Progress BUSY = new Progress(false, "");

    /** Does what is due for the sequence. */
    Progress advance(ExecutionState state, Instant now, Decision decision, Wave wave, ActionPhase phase) {
        List<AutomationAction> actions = phase == ActionPhase.PRE ? wave.preWaveActions() : wave.postWaveActions();
        for (int index = 0; index < actions.size(); index++) {
            AutomationAction action = actions.get(index);
            ActionRef ref = new ActionRef(wave.waveName(), phase, index);
            Optional<ActionOutcome> outcome = state.action(ref).flatMap(ActionState::outcome);
            if (outcome.isEmpty()) {
                work(state, now, decision, wave, action, ref);
                return BUSY;
            }
            if (outcome.get() != ActionOutcome.SUCCEEDED && action.onFailure() == OnFailure.STOP) {
                return new Progress(false, failure(action, phase, outcome.get()));
            }
        }
        return DONE;
    }

    private static String failure(AutomationAction action, ActionPhase phase, ActionOutcome outcome) {
        String when = phase == ActionPhase.PRE ? "before" : "after";
        String how = outcome == ActionOutcome.TIMED_OUT
                ? "took longer than " + action.maxWaitTime().toSeconds() + " s and was stopped"
                : "failed";
        return "Action '" + action.name() + "' " + when + " the wave " + how + ".";
    }

    private void work(
            ExecutionState state, Instant now, Decision decision, Wave wave, AutomationAction action, ActionRef ref) {
        Optional<ActionState> begun = state.action(ref);
        if (begun.isEmpty()) {
            ActionIntended intended = intended(state, now, wave, action, ref);
            decision.run(
                    intended.secretsFirst()
                            ? new ResolveSecrets(intended, intended.deadline(), false)
                            : StartAction.first(state, intended, action.document()));
            return;
        }
        Instant deadline = deadline(state, begun.get());
        if (begun.get().needsSecrets()) {
            decision.run(new ResolveSecrets(begun.get().intended(), deadline, true));
        } else if (begun.get().executionId().isEmpty()) {
            decision.run(StartAction.again(state, begun.get(), action.document(), deadline));
        } else if (isOver(state, now, WatchAction.keyFor(ref), deadline)) {
            stop(state, now, decision, begun.get(), ActionOutcome.TIMED_OUT);
        } else {
            Instant next = watcher.nextLookAt(
                    state,
                    now,
                    begun.get(),
                    state.effect(WatchAction.keyFor(ref)).lastCall());
            look(state, decision, begun.get(), deadline, next);
        }
    }

    /** Looks now and then until the limit, and once more when it has come. */
    private static void look(ExecutionState state, Decision decision, ActionState action, Instant limit, Instant next) {
        WatchAction watch = new WatchAction(action, state.actions());
        if (decision.isDue(Optional.of(limit))) {
            decision.run(watch);
        } else {
            decision.runAt(next, watch);
        }
    }

    private static Instant deadline(ExecutionState state, ActionState action) {
        return state.deadline(
                action.since(),
                Duration.between(action.since(), action.intended().deadline()));
    }

    /** Whether a limit has passed and it was seen since what {@code effect} looks at: machines may be suspended. */
    private static boolean isOver(ExecutionState state, Instant now, String effect, Instant limit) {
        return !now.isBefore(limit) && Visibility.isOver(state, effect, limit, now);
    }

    private static ActionIntended intended(
            ExecutionState state, Instant now, Wave wave, AutomationAction action, ActionRef ref) {
        PlanScope scope = new PlanScope(state.started().configuration(), state.plan());
        String execution = state.started().executionId();
        String token = UUID.nameUUIDFromBytes((execution + "/" + ref).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new ActionIntended(
                ref,
                action.name(),
                action.document().name(),
                action.parameters(),
                scope.targetOf(wave, action),
                token,
                now.plus(action.maxWaitTime()),
                ActionSecrets.areIn(action.parameters().values()));
    }

    /** Stops an action and watches until it has ended; gives it up when it does not end. */
    void stop(ExecutionState state, Instant now, Decision decision, ActionState action, ActionOutcome because) {
        if (action.executionId().isEmpty() && !action.startPossible()) {
            String reason = "It was not started.";
            decision.emit(new ActionEnded(action.intended().action(), because, "", reason, Map.of()));
            return;
        }
        if (action.executionId().isEmpty()) {
            startToStop(state, decision, action, because);
            return;
        }
        Instant giveUp = state.deadline(action.stopAt().orElse(now), Timing.STOP_GRACE);
        if (!action.stopTaken()) {
            decision.run(new StopAction(action, action.stopBecause().orElse(because), giveUp));
        } else if (isOver(state, now, WatchAction.keyFor(action.intended().action()), giveUp)) {
            giveUp(state, decision, action);
        } else {
            String watch = WatchAction.keyFor(action.intended().action());
            Optional<Instant> last = state.effect(watch).lastCall();
            look(
                    state,
                    decision,
                    action,
                    giveUp,
                    last.map(at -> at.plus(timing.stopPoll())).orElse(now));
        }
    }

    /** Whether the start reached SSM is not known: repeating it with its token tells which execution to stop. */
    private static void startToStop(
            ExecutionState state, Decision decision, ActionState action, ActionOutcome because) {
        ActionIntended intended = action.intended();
        StartAction start = StartAction.again(
                state, action, planned(state, intended.action()).document(), deadline(state, action));
        if (state.effect(start.key()).failures() <= START_ATTEMPTS_WHEN_STOPPING) {
            decision.run(start);
            return;
        }
        String reason = "Whether it was started is not known: SSM did not answer.";
        decision.emit(new LeftBehind(RemnantKind.AUTOMATION, intended.clientToken(), intended.target(), false, reason));
        decision.emit(new ActionEnded(intended.action(), because, "", reason, Map.of()));
    }

    private static AutomationAction planned(ExecutionState state, ActionRef ref) {
        Wave wave = state.plan().waves().stream()
                .filter(candidate -> candidate.waveName().equals(ref.wave()))
                .findFirst()
                .orElseThrow();
        return (ref.phase() == ActionPhase.PRE ? wave.preWaveActions() : wave.postWaveActions()).get(ref.index());
    }

    private static void giveUp(ExecutionState state, Decision decision, ActionState action) {
        String id = action.executionId().orElseThrow();
        ActionRef ref = action.intended().action();
        String reason = Visibility.lost(state.effect(WatchAction.keyFor(ref)))
                .map(why -> "Whether it stopped is not known. " + why)
                .orElse("It did not stop within " + Timing.STOP_GRACE.toSeconds() + " s of being asked to.");
        decision.emit(
                new LeftBehind(RemnantKind.AUTOMATION, id, action.intended().target(), false, reason));
        decision.emit(new ActionEnded(
                ref, action.stopBecause().orElse(ActionOutcome.TIMED_OUT), action.status(), reason, Map.of()));
    }
}
