package io.jenkins.plugins.drs.cli.torture;

import io.jenkins.plugins.drs.engine.event.Mode;
import io.jenkins.plugins.drs.simulator.ledger.LaunchEntry;
import io.jenkins.plugins.drs.simulator.ledger.TerminationEntry;
import io.jenkins.plugins.drs.simulator.ledger.TerminationEntry.Cause;
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
        return outcome.record().terminations().stream()
                .filter(gone -> !isReplacedDrill(gone) && (recovery || !ours.contains(gone.instanceId())))
                .map(gone -> new Broken(
                        2,
                        "Instance " + gone.instanceId() + " of server " + gone.sourceServerId()
                                + " was not the execution's to take down"))
                .toList();
    }

    /** A launch deletes the drill instance that its server had. */
    private static boolean isReplacedDrill(TerminationEntry gone) {
        return gone.cause() == Cause.REPLACED && gone.drill();
    }
}
