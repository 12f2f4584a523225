package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.JobStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is promised of every run, held against the simulator's record of what really happened. */
final class Promises {
    private static final List<Promise> ALL = List.of(
            new NothingTwice(),
            new NothingLeft(),
            new OthersUntouched(),
            new LimitsKept(),
            new HonestEnd(),
            new NoSecret(),
            new SoundTimes(),
            new NothingUnasked());

    private Promises() {}

    /** One promise, or a part of one. */
    @FunctionalInterface
    interface Promise {
        /** What of it was broken; empty when it was kept. */
        List<Broken> broken(Outcome outcome);
    }

    /** Everything that was broken in a run, by the number of the promise. */
    static List<Broken> broken(Outcome outcome) {
        List<Broken> all = new ArrayList<>(outcome.troubles());
        ALL.forEach(promise -> all.addAll(promise.broken(outcome)));
        if (all.isEmpty() && outcome.status().isEmpty() && outcome.told().isEmpty()) {
            all.add(new Broken(0, "There is no end in its journal"));
        }
        return all;
    }

    /** The recovery jobs that AWS let in for the execution of a run, by id. */
    static Set<String> jobsOf(Outcome outcome) {
        return jobsOf(outcome.scenario(), outcome.record());
    }

    static Set<String> jobsOf(Scenario scenario, SimulatorRecord record) {
        return record.jobStarts().stream()
                .filter(job -> scenario.executionId().equals(job.tags().get("DrsOrchestrationExecution")))
                .map(job -> job.jobId())
                .collect(Collectors.toSet());
    }

    /**
     * A promise that was not kept.
     *
     * @param promise its number in {@code docs/guarantees.md}; 0 when the run did not come to an end
     * @param how what was seen
     */
    record Broken(int promise, String how) {
        @Override
        public String toString() {
            return (promise == 0 ? "It comes to an end" : "Promise " + promise) + ": " + how;
        }
    }

    /** Promise 6: a secret never reaches journal, log or artifact. */
    private static final class NoSecret implements Promises.Promise {
        @Override
        public List<Broken> broken(Outcome outcome) {
            List<String> secrets = new ArrayList<>(outcome.scenario().secrets());
            PrintedSecret said = new PrintedSecret(outcome.scenario().seed());
            outcome.scenario().secrets().forEach(secret -> secrets.addAll(List.of(secret.strip(), said.form(secret))));
            List.copyOf(secrets).forEach(secret -> secrets.add(PrintedSecret.escaped(secret)));
            secrets.add(Transport.SECRET_KEY);
            List<Broken> broken = new ArrayList<>();
            for (Outcome.Text text : outcome.texts()) {
                for (String secret : secrets) {
                    int place = text.content().indexOf(secret);
                    if (place >= 0) {
                        String around = text.content()
                                .substring(
                                        Math.max(0, place - 200),
                                        Math.min(text.content().length(), place + 60))
                                .replace(secret, "(the secret)");
                        broken.add(new Broken(6, "A secret is in the " + text.what() + ": ..." + around + "..."));
                    }
                }
            }
            return broken;
        }
    }

    /** Promise 1: no server is launched twice by one execution, no automation is started twice. */
    private static final class NothingTwice implements Promises.Promise {
        @Override
        public List<Broken> broken(Outcome outcome) {
            List<Broken> broken = new ArrayList<>();
            Set<String> ours = Promises.jobsOf(outcome);
            Map<String, String> jobOf = new HashMap<>();
            for (JobStart job : outcome.record().jobStarts()) {
                if (ours.contains(job.jobId())) {
                    for (String server : job.sourceServerIds()) {
                        String earlier = jobOf.putIfAbsent(server, job.jobId());
                        if (earlier != null) {
                            broken.add(new Broken(
                                    1, "Server " + server + " was launched by " + earlier + " and by " + job.jobId()));
                        }
                    }
                }
            }
            Map<String, String> executionOf = new HashMap<>();
            for (AutomationEntry automation : outcome.record().automations()) {
                String earlier = executionOf.putIfAbsent(automation.document(), automation.executionId());
                if (earlier != null) {
                    broken.add(new Broken(
                            1,
                            "Runbook " + automation.document() + " was started as " + earlier + " and as "
                                    + automation.executionId()));
                }
            }
            return broken;
        }
    }

    /** Promise 7: times never go back in a journal, and nothing takes less than no time, whatever the machine's clock does. */
    private static final class SoundTimes implements Promises.Promise {
        /** A length as the results have it, in seconds. */
        private static final String LENGTH = "Seconds\"";

        private static final Pattern NEGATIVE = Pattern.compile(LENGTH + "\\s*:\\s*-[^,}\\n]*");

        @Override
        public List<Broken> broken(Outcome outcome) {
            List<Broken> broken = new ArrayList<>();
            Instant before = Instant.MIN;
            for (RecordedEvent event : outcome.events()) {
                if (event.at().isBefore(before)) {
                    broken.add(
                            new Broken(7, "Event " + event.sequence() + " is of " + event.at() + ", after " + before));
                }
                before = event.at();
                if (event.event() instanceof CallMade call && (call.at().isAfter(event.at()) || call.millis() < 0)) {
                    broken.add(new Broken(
                            7,
                            "Call " + call.operation() + " of " + call.at() + " took " + call.millis() + " ms at "
                                    + event.at()));
                }
            }
            for (Outcome.Text text : outcome.texts()) {
                negative(text.content())
                        .ifPresent(found -> broken.add(new Broken(7, "In the " + text.what() + ": " + found)));
            }
            return broken;
        }

        /** The first negative length in a text; the pattern alone would take as long as all other promises. */
        private static Optional<String> negative(String text) {
            Matcher negative = NEGATIVE.matcher(text);
            for (int at = text.indexOf(LENGTH); at >= 0; at = text.indexOf(LENGTH, at + 1)) {
                if (negative.region(at, text.length()).lookingAt()) {
                    return Optional.of(negative.group());
                }
            }
            return Optional.empty();
        }
    }
}
