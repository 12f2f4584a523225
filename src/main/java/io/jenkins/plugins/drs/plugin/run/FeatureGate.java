package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.RunOptions.HostFindings;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What features that are switched off mean for an execution: failed checks of its preflight, so that a plan which needs
 * one is refused as a whole and before anything is done. Cleanups need none.
 */
final class FeatureGate {
    private static final int MOST_NAMES = 10;

    private FeatureGate() {}

    /** The same request, with what it cannot have. */
    static DrillRequest applied(DrillRequest wanted, HostSettings settings) {
        HostFindings found = findings(wanted, settings);
        DrillRequest.Limits limits = wanted.limits();
        return found.checks().isEmpty()
                ? wanted
                : wanted.with(
                        new DrillRequest.Limits(limits.options().with(found), limits.timeout(), limits.exclusive()));
    }

    static HostFindings findings(DrillRequest wanted, HostSettings settings) {
        if (wanted.mode() == Mode.CLEANUP) {
            return HostFindings.NONE;
        }
        List<Check> checks = new ArrayList<>();
        if (!settings.isOn(Feature.AUTOMATION_ACTIONS)) {
            wanted.configuration().plan(wanted.planName()).stream()
                    .filter(plan -> !actions(plan).isEmpty())
                    .forEach(plan -> checks.add(withActions(plan)));
        }
        boolean nowhere = settings.isUseSimulator() && !settings.isOn(Feature.SIMULATOR);
        if (nowhere) {
            checks.add(simulated());
        }
        return new HostFindings(
                checks, nowhere, wanted.limits().options().found().asksToConfirm());
    }

    private static Check withActions(RecoveryPlan plan) {
        List<String> actions = actions(plan);
        String names = actions.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        String more = actions.size() > MOST_NAMES ? Messages.feature_more(actions.size() - MOST_NAMES) : "";
        Feature feature = Feature.AUTOMATION_ACTIONS;
        return Check.failed(
                feature.title(),
                plan.planName(),
                Messages.feature_check_actions(names + more),
                Messages.feature_check_actions_remedy(feature.code()));
    }

    private static Check simulated() {
        Feature feature = Feature.SIMULATOR;
        return Check.failed(
                feature.title(),
                Messages.feature_simulatorMode(),
                Messages.feature_check_simulator(),
                Messages.feature_check_simulator_remedy(feature.code()));
    }

    private static List<String> actions(RecoveryPlan plan) {
        return plan.waves().stream().flatMap(FeatureGate::actions).toList();
    }

    private static Stream<String> actions(Wave wave) {
        return Stream.concat(wave.preWaveActions().stream(), wave.postWaveActions().stream())
                .map(AutomationAction::name)
                .map(name -> wave.waveName() + "/" + name);
    }
}
