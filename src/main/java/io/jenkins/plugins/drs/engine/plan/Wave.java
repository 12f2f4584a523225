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

    /** The same with other actions. */
    public Wave withActions(List<AutomationAction> pre, List<AutomationAction> post) {
        return new Wave(waveName, protectionGroupNames, dependsOn, policy, pre, post, unknown);
    }
}
