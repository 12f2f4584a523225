package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEntry;
import java.util.List;
import java.util.Set;

/** Automations that have not ended, as AWS has them. */
final class RunningAutomations {
    private static final Set<String> ENDS = Set.of("Success", "Failed", "TimedOut", "Cancelled");

    private RunningAutomations() {}

    static List<String> of(Drill drill) {
        AutomationGateway ssm = drill.connections().open(call -> {}).automation(Target.own(TestWorld.REGION));
        return drill.record().automations().stream()
                .map(AutomationEntry::executionId)
                .filter(id -> !ENDS.contains(ssm.execution(id).status()))
                .toList();
    }
}
