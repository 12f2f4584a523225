package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionNotStarted;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionObserved;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionSecretsResolved;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStartRepeated;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStarted;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStopIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStopped;
import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.ActionRef;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Folds what befalls each action. */
final class ActionFold {
    private final Map<ActionRef, ActionTrack> actions = new LinkedHashMap<>();

    ActionFold(Handlers handlers) {
        handlers.on(ActionIntended.class, (at, event) -> track(event.action()).intended(at, event));
        handlers.on(ActionStarted.class, (at, event) -> track(event.action()).started(event.automationExecutionId()));
        handlers.on(ActionObserved.class, (at, event) -> track(event.action()).observed(event));
        handlers.on(ActionEnded.class, (at, event) -> track(event.action()).ended(at, event));
        handlers.ignore(ActionStopIntended.class);
        handlers.ignore(ActionStopped.class);
        handlers.ignore(ActionNotStarted.class);
        handlers.ignore(ActionSecretsResolved.class);
        handlers.ignore(ActionStartRepeated.class);
    }

    /** Takes in the actions that the plan names for a wave. */
    void plan(Wave wave) {
        plan(wave.waveName(), ActionPhase.PRE, wave.preWaveActions());
        plan(wave.waveName(), ActionPhase.POST, wave.postWaveActions());
    }

    private void plan(String wave, ActionPhase phase, List<AutomationAction> planned) {
        for (int index = 0; index < planned.size(); index++) {
            track(new ActionRef(wave, phase, index)).planned(planned.get(index));
        }
    }

    private ActionTrack track(ActionRef action) {
        return actions.computeIfAbsent(action, key -> new ActionTrack());
    }

    /** Actions of a wave, in plan order. */
    List<ActionResult> of(String wave, ActionPhase phase, BiFunction<ActionRef, ActionTrack, ActionResult> result) {
        return actions.entrySet().stream()
                .filter(entry ->
                        entry.getKey().wave().equals(wave) && entry.getKey().phase() == phase)
                .sorted(Comparator.comparingInt(entry -> entry.getKey().index()))
                .map(entry -> result.apply(entry.getKey(), entry.getValue()))
                .toList();
    }
}
