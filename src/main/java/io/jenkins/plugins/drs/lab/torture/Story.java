package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WavePolicy;
import io.jenkins.plugins.drs.lab.torture.Torture.Verdict;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells one run from its plan to its end, for the person who has to find out what went wrong. */
final class Story {
    private final Verdict verdict;
    private final Scenario scenario;
    private final List<String> lines = new ArrayList<>();

    private Story(Verdict verdict) {
        this.verdict = verdict;
        this.scenario = verdict.outcome().scenario();
    }

    /**
     * The story in lines.
     *
     * @param needed the troubles that it takes to break the promise; empty when none was broken
     */
    static List<String> of(Verdict verdict, List<Trouble> needed) {
        Story story = new Story(verdict);
        story.scenario();
        story.course();
        story.record();
        story.end(needed);
        return story.lines;
    }

    private void scenario() {
        add("Seed " + scenario.seed());
        add("  " + scenario.first().mode() + ", " + scenario.first().options());
        add("  " + scenario.limits() + ", " + scenario.traits());
        for (Wave wave : scenario.plan().waves()) {
            WavePolicy policy = wave.policy();
            add("  " + wave.waveName()
                    + wave.dependsOn().map(names -> " after " + names).orElse("")
                    + (policy.pauseBefore() ? ", paused before" : "") + ", launches within "
                    + policy.maxWaitTime().toSeconds() + " s, on failure " + policy.onFailure() + ", "
                    + policy.validation());
            scenario.machines().stream()
                    .filter(machine -> machine.wave().equals(wave.waveName()))
                    .forEach(machine -> add("    " + machine.hostname() + " in " + machine.target()
                            + machine.flaw().map(flaw -> ": " + flaw).orElse("")));
            wave.preWaveActions().forEach(action -> add("    before: " + action.name()));
            wave.postWaveActions().forEach(action -> add("    after: " + action.name()));
        }
        add("AWS");
        add("  " + scenario.environment());
        add("What goes wrong");
        scenario.troubles().forEach(trouble -> add("  " + trouble));
        if (scenario.troubles().isEmpty()) {
            add("  nothing");
        }
    }

    private void course() {
        add("What the engine told");
        Writings.log(verdict.outcome().events()).forEach(line -> add("  " + line));
    }

    private void record() {
        SimulatorRecord record = verdict.outcome().record();
        add("What really happened, by the simulator");
        record.jobStarts()
                .forEach(job -> add("  " + job.time() + "  job " + job.jobId() + " " + job.purpose() + " "
                        + job.sourceServerIds()
                        + Optional.ofNullable(job.tags().get("DrsOrchestrationLaunch"))
                                .map(launch -> " as " + launch)
                                .orElse("")));
        record.launches()
                .forEach(launch -> add("  " + launch.time() + "  launched " + launch.instanceId() + " for "
                        + launch.sourceServerId() + " by " + launch.jobId()));
        record.automations()
                .forEach(automation -> add("  " + automation.time() + "  started " + automation.document() + " as "
                        + automation.executionId()));
        record.terminations()
                .forEach(gone -> add("  " + gone.time() + "  took down " + gone.instanceId() + ", " + gone.cause()));
        record.instances()
                .forEach(instance -> add("  a day later  " + instance.instanceId() + " of " + instance.sourceServerId()
                        + " by " + instance.jobId() + " is " + instance.state()));
    }

    private void end(List<Trouble> needed) {
        add("The end: " + verdict.outcome().ending().how());
        add("Journal " + verdict.journalHash());
        if (verdict.isClean()) {
            add("Every promise was kept.");
            return;
        }
        add("BROKEN");
        verdict.broken().forEach(broken -> add("  " + broken));
        add("This is enough to break it");
        needed.forEach(trouble -> add("  " + trouble));
        if (needed.isEmpty()) {
            add("  nothing has to go wrong");
        }
    }

    private void add(String line) {
        lines.add(line);
    }
}
