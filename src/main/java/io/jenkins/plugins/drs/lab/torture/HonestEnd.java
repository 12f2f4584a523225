package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.plan.LaunchSettings.LaunchDisposition;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.lab.torture.Promises.Broken;
import io.jenkins.plugins.drs.lab.torture.Scenario.Machine;
import io.jenkins.plugins.drs.lab.torture.Trouble.How;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Promise 5: it never says COMPLETED unless every server of every wave was launched and healthy. */
final class HonestEnd implements Promises.Promise {
    @Override
    public List<Broken> broken(Outcome outcome) {
        boolean check = outcome.scenario().first().mode() == Mode.CHECK;
        if (check || outcome.status().filter(ExecutionStatus.COMPLETED::equals).isEmpty()) {
            return List.of();
        }
        Set<String> jobs = Promises.jobsOf(outcome);
        Set<String> launched = outcome.record().launches().stream()
                .filter(launch -> jobs.contains(launch.jobId()))
                .map(LaunchEntry::sourceServerId)
                .collect(Collectors.toSet());
        List<Broken> broken = new ArrayList<>();
        for (Machine machine : outcome.scenario().machines()) {
            if (!launched.contains(machine.id()) && isKnownToAws(outcome.scenario())) {
                broken.add(new Broken(5, "It says COMPLETED, but " + machine.hostname() + " was not launched"));
            } else if (launched.contains(machine.id())
                    && (machine.cannotLaunch() || !isHealthy(outcome.scenario(), machine))) {
                broken.add(new Broken(
                        5,
                        "It says COMPLETED, but " + machine.hostname() + " was not healthy: "
                                + machine.flaw().orElseThrow()));
            }
        }
        return broken;
    }

    /** An answer in which one tag of a server is lost or another says that a group which selects by tags is smaller. */
    private static boolean isKnownToAws(Scenario scenario) {
        return scenario.troubles(Trouble.StrangeAnswer.class).stream()
                .noneMatch(answer -> answer.operation().equals("DescribeSourceServers")
                        && (answer.how() == How.MEMBER_OF_ANOTHER_TYPE || answer.how() == How.MEMBER_MISSING));
    }

    private static boolean isHealthy(Scenario scenario, Machine machine) {
        Wave wave = scenario.plan().waves().stream()
                .filter(candidate -> candidate.waveName().equals(machine.wave()))
                .findFirst()
                .orElseThrow();
        ValidationPolicy policy = wave.policy().validation();
        boolean ill = policy.statusChecks() && machine.has(FaultKind.FAIL_STATUS_CHECK)
                || policy.ssmAgent() && machine.has(FaultKind.SSM_NEVER_ONLINE);
        return !ill || isLeftStopped(scenario, wave);
    }

    /** An instance that the plan wants left stopped has no checks to show. */
    private static boolean isLeftStopped(Scenario scenario, Wave wave) {
        return wave.protectionGroupNames().stream()
                .flatMap(name -> scenario.first().configuration().group(name).stream())
                .map(ProtectionGroup::launchSettings)
                .anyMatch(settings -> settings.disposition()
                        .filter(LaunchDisposition.STOPPED::equals)
                        .isPresent());
    }
}
