package io.jenkins.plugins.drs.engine.execution.validation;

import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceHealth;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings.LaunchDisposition;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.ServerState;
import java.util.HashMap;
import java.util.Map;

/** What each server must show to count as recovered. */
final class Expectations {
    private final ExecutionState state;
    private final Map<String, ValidationPolicy> policies = new HashMap<>();

    Expectations(ExecutionState state) {
        this.state = state;
        for (Wave wave : state.plan().waves()) {
            policies.put(wave.waveName(), wave.policy().validation());
        }
    }

    ValidationPolicy policyOf(ServerState server) {
        return policies.getOrDefault(server.selected().wave(), ValidationPolicy.DEFAULT);
    }

    /** An instance that the plan wants left stopped has no status checks to show. */
    boolean areMet(ServerState server, InstanceHealth health) {
        if (isLeftStopped(server)) {
            return health.state().equals("stopped") || health.state().equals("running");
        }
        ValidationPolicy policy = policyOf(server);
        boolean checks =
                health.instanceCheck().equals("ok") && health.systemCheck().equals("ok");
        return health.state().equals("running")
                && (checks || !policy.statusChecks())
                && (!policy.ssmAgent() || health.agentOnline().orElse(false));
    }

    private boolean isLeftStopped(ServerState server) {
        return state.started()
                .configuration()
                .group(server.selected().protectionGroup())
                .map(group -> group.settingsFor(server.id()))
                .flatMap(LaunchSettings::disposition)
                .filter(LaunchDisposition.STOPPED::equals)
                .isPresent();
    }
}
