package io.jenkins.plugins.drs.engine.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Systems Manager Automation runbook that runs before or after a wave.
 *
 * @param name for people; unique within its list
 * @param document the runbook
 * @param parameters values by parameter name, as written: references to secrets are not resolved here
 * @param maxWaitTime how long it may take before it is stopped
 * @param onFailure whether the wave goes on when it fails
 * @param target where it runs; empty means where the wave's first protection group is
 * @param unknown fields of the document that this version does not know, kept as they were
 */
public record AutomationAction(
        String name,
        Document document,
        Map<String, List<String>> parameters,
        Duration maxWaitTime,
        OnFailure onFailure,
        Optional<Target> target,
        Map<String, Object> unknown) {

    /** Applies when the document names no time: 15 minutes. */
    public static final Duration DEFAULT_MAX_WAIT = Duration.ofMinutes(15);

    public AutomationAction {
        parameters = Ordered.lists(parameters);
        unknown = Ordered.map(unknown);
    }

    /** The same with other parameters. */
    public AutomationAction withParameters(Map<String, List<String>> others) {
        return new AutomationAction(name, document, others, maxWaitTime, onFailure, target, unknown);
    }

    /**
     * An SSM document.
     *
     * @param name name or ARN
     * @param version version number or {@code $DEFAULT}/{@code $LATEST}; empty means the default version
     */
    public record Document(String name, Optional<String> version) {}
}
