package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.WaveEvent.PauseDecided;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.lab.torture.Promises.Broken;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.CallEntry;
import java.util.List;
import java.util.Set;

/**
 * Promise 8, as far as an engine can keep or break it: a check changes nothing, and a recovery that has to be confirmed
 * changes nothing before.
 */
final class NothingUnasked implements Promises.Promise {
    private static final Set<String> CHANGES = Set.of(
            "StartRecovery",
            "TerminateRecoveryInstances",
            "UpdateLaunchConfiguration",
            "CreateLaunchTemplateVersion",
            "ModifyLaunchTemplate",
            "StartAutomationExecution",
            "StopAutomationExecution");

    @Override
    public List<Broken> broken(Outcome outcome) {
        List<CallEntry> changes = outcome.record().calls().stream()
                .filter(call -> call.operation() != null && CHANGES.contains(call.operation()))
                .toList();
        if (changes.isEmpty()) {
            return List.of();
        }
        String first = changes.get(0).operation();
        if (outcome.scenario().first().mode() == Mode.CHECK) {
            return List.of(new Broken(8, "A check was asked for, but it called " + first));
        }
        return outcome.scenario().first().options().found().asksToConfirm() && !isConfirmedFirst(outcome.events())
                ? List.of(new Broken(8, "Nobody confirmed the recovery before it called " + first))
                : List.of();
    }

    private static boolean isConfirmedFirst(List<RecordedEvent> events) {
        for (RecordedEvent recorded : events) {
            ExecutionEvent event = recorded.event();
            if (event instanceof PauseDecided decided && decided.approved()) {
                return true;
            }
            if (event instanceof LaunchIntended || event instanceof ActionIntended) {
                return false;
            }
        }
        return false;
    }
}
