package io.jenkins.plugins.drs.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Servers of one or more protection groups that are launched together.
 *
 * @param waveName unique in its plan without regard to case
 * @param protectionGroupNames groups in document order
 * @param dependsOn waves that must be done first; empty optional means the wave before it in the plan
 * @param policy limits and reactions
 * @param preWaveActions run in order before the launch
 * @param postWaveActions run in order after validation
 * @param unknown fields of the document that this version does not know, kept as they were; those within
 *     {@code validation} under that name
 */
public record Wave(
        String waveName,
        List<String> protectionGroupNames,
        Optional<List<String>> dependsOn,
        WavePolicy policy,
        List<AutomationAction> preWaveActions,
        List<AutomationAction> postWaveActions,
        Map<String, Object> unknown) {

    public Wave {
        protectionGroupNames = List.copyOf(protectionGroupNames);
        dependsOn = dependsOn.map(List::copyOf);
        preWaveActions = List.copyOf(preWaveActions);
        postWaveActions = List.copyOf(postWaveActions);
        unknown = Ordered.map(unknown);
    }

    /** A wave that follows the one before it, with nothing but defaults. */
    public static Wave of(String waveName, List<String> protectionGroupNames) {
        return new Wave(
                waveName, protectionGroupNames, Optional.empty(), WavePolicy.DEFAULT, List.of(), List.of(), Map.of());
    }

    /** The same with other groups. */
    public Wave withGroups(List<String> others) {
        return new Wave(waveName, others, dependsOn, policy, preWaveActions, postWaveActions, unknown);
    }

    /** The same after these waves; none for a wave that starts at once. */
    public Wave after(List<String> waves) {
        return new Wave(
                waveName, protectionGroupNames, Optional.of(waves), policy, preWaveActions, postWaveActions, unknown);
    }

    /** The same with another policy. */
    public Wave withPolicy(WavePolicy other) {
        return new Wave(waveName, protectionGroupNames, dependsOn, other, preWaveActions, postWaveActions, unknown);
    }

    /** The same with other actions. */
    public Wave withActions(List<AutomationAction> pre, List<AutomationAction> post) {
        return new Wave(waveName, protectionGroupNames, dependsOn, policy, pre, post, unknown);
    }
}
