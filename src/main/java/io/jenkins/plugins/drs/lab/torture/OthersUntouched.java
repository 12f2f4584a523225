package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.lab.torture.Promises.Broken;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.JobStart;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.TerminationEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.TerminationEntry.Cause;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Promise 2: instances of real recoveries and of other executions are never touched. */
final class OthersUntouched implements Promises.Promise {
    @Override
    public List<Broken> broken(Outcome outcome) {
        Set<String> jobs = Promises.jobsOf(outcome);
        Set<String> ours = outcome.record().launches().stream()
                .filter(launch -> jobs.contains(launch.jobId()))
                .map(LaunchEntry::instanceId)
                .collect(Collectors.toSet());
        boolean recovery = outcome.scenario().first().mode() == Mode.RECOVERY;
        Set<String> rivals = rivals(outcome);
        return outcome.record().terminations().stream()
                .filter(gone -> !rivals.contains(gone.instanceId()) || gone.cause() == Cause.REPLACED)
                .filter(gone -> !isReplacedDrill(gone, rivals, ours)
                        && (recovery || isReplaced(gone) || !ours.contains(gone.instanceId())))
                .map(gone -> new Broken(
                        2,
                        "Instance " + gone.instanceId() + " of server " + gone.sourceServerId()
                                + " was not the execution's to take down"))
                .toList();
    }

    private static Set<String> rivals(Outcome outcome) {
        Set<String> jobs = outcome.record().jobStarts().stream()
                .filter(job -> OtherMachine.RIVAL.equals(job.tags().get("DrsOrchestrationExecution")))
                .map(JobStart::jobId)
                .collect(Collectors.toSet());
        return outcome.record().launches().stream()
                .filter(launch -> jobs.contains(launch.jobId()))
                .map(LaunchEntry::instanceId)
                .collect(Collectors.toSet());
    }

    private static boolean isReplaced(TerminationEntry gone) {
        return gone.cause() == Cause.REPLACED;
    }

    /** A launch deletes the drill instance that its server had, which must not be one that an execution works with. */
    private static boolean isReplacedDrill(TerminationEntry gone, Set<String> rivals, Set<String> ours) {
        return isReplaced(gone)
                && gone.drill()
                && !rivals.contains(gone.instanceId())
                && !ours.contains(gone.instanceId());
    }
}
