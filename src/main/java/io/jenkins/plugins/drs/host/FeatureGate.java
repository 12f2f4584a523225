package io.jenkins.plugins.drs.host;

import hudson.AbortException;
import io.jenkins.plugins.drs.engine.event.Mode;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses executions that need a feature which is switched off, as a whole and before anything is done. */
final class FeatureGate {
    private static final int MOST_NAMES = 10;

    private FeatureGate() {}

    /** @throws AbortException when the plan cannot be run as it is; names all that stands in the way */
    static void check(DrillRequest wanted) throws AbortException {
        Optional<RecoveryPlan> plan = wanted.configuration().plan(wanted.planName());
        if (wanted.mode() == Mode.CLEANUP || plan.isEmpty() || Feature.AUTOMATION_ACTIONS.isOn()) {
            return;
        }
        List<String> actions =
                plan.get().waves().stream().flatMap(FeatureGate::actions).toList();
        if (!actions.isEmpty()) {
            String names = actions.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
            String more = actions.size() > MOST_NAMES ? Messages.feature_more(actions.size() - MOST_NAMES) : "";
            throw new AbortException(Feature.AUTOMATION_ACTIONS.refusal() + " "
                    + Messages.feature_actions(wanted.planName(), names + more));
        }
    }

    private static Stream<String> actions(Wave wave) {
        return Stream.concat(wave.preWaveActions().stream(), wave.postWaveActions().stream())
                .map(AutomationAction::name)
                .map(name -> wave.waveName() + "/" + name);
    }
}
