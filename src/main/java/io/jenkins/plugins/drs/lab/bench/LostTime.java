package io.jenkins.plugins.drs.lab.bench;

import io.jenkins.plugins.drs.lab.bench.BenchPlan.Tier;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEndEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.JobEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where a drill lost time: what passed between the end of a step, by the simulator's record, and the begin of the next. */
final class LostTime {
    private static final String BEGINNING = "before the first runbook";
    private static final String RUNBOOKS = "after runbooks";
    private static final String LAUNCHES = "between jobs of a wave";
    private static final String CHECKS = "after status checks";
    private static final String TERMINATIONS = "between terminations";
    private static final String END = "after terminations";

    private final Map<String, AutomationEndEntry> runbooks = new HashMap<>();
    private final Map<String, Span> launches = new HashMap<>();
    private final Map<String, Duration> lost = new LinkedHashMap<>();
    private Span terminations = Span.NONE;

    /** Jobs beside each other and what follows on them; the longest is what they take when all begin at once. */
    private record Span(Instant from, Instant to, Duration longest) {
        static final Span NONE = new Span(Instant.MAX, Instant.MIN, Duration.ZERO);

        Span with(Instant began, Instant ended) {
            Duration took = Duration.between(began, ended);
            return new Span(
                    began.isBefore(from) ? began : from,
                    ended.isAfter(to) ? ended : to,
                    took.compareTo(longest) > 0 ? took : longest);
        }

        Duration waited() {
            return Duration.between(from, to).minus(longest);
        }
    }

    private LostTime(SimulatorRecord record, Function<String, String> waveOfServer) {
        record.automationEnds().forEach(end -> runbooks.put(end.document(), end));
        Map<String, Instant> ready = new HashMap<>();
        for (LaunchEntry launch : record.launches()) {
            ready.merge(launch.jobId(), launch.ready(), (one, other) -> one.isAfter(other) ? one : other);
        }
        for (JobEntry job : record.jobs()) {
            if (job.type().equals("TERMINATE")) {
                terminations = terminations.with(job.created(), job.ended());
            } else {
                String wave = waveOfServer.apply(job.sourceServerIds().get(0));
                Instant done = ready.get(job.jobId());
                launches.merge(
                        wave, Span.NONE.with(job.created(), done), (one, other) -> one.with(other.from(), other.to()));
            }
        }
    }

    /** Lost time by where it was lost, in the order of a drill, along the waves that others waited for. */
    static Map<String, Duration> of(SimulatorRecord record, Function<String, String> waveOfServer, Duration makespan) {
        LostTime time = new LostTime(record, waveOfServer);
        Instant begun = record.calls().get(0).time();
        time.walk(begun, begun.plus(makespan));
        return time.lost;
    }

    private void walk(Instant begun, Instant end) {
        Tier last =
                BenchPlan.TIERS.stream().max(Comparator.comparing(this::ended)).orElseThrow();
        walk(last, begun);
        add(RUNBOOKS, Duration.between(ended(last), terminations.from()));
        add(TERMINATIONS, terminations.waited());
        add(END, Duration.between(terminations.to(), end));
    }

    private void walk(Tier tier, Instant begun) {
        AutomationEndEntry before = runbooks.get(BenchPlan.documentName(tier, "before"));
        List<Tier> earlier = BenchPlan.TIERS.stream()
                .filter(other -> tier.after().contains(other.name()))
                .toList();
        if (earlier.isEmpty()) {
            add(BEGINNING, Duration.between(begun, before.started()));
        } else {
            Tier latest =
                    earlier.stream().max(Comparator.comparing(this::ended)).orElseThrow();
            walk(latest, begun);
            add(RUNBOOKS, Duration.between(ended(latest), before.started()));
        }
        Span launch = launches.get(tier.name());
        add(RUNBOOKS, Duration.between(before.ended(), launch.from()));
        add(LAUNCHES, launch.waited());
        add(CHECKS, Duration.between(launch.to(), after(tier).started()));
    }

    private AutomationEndEntry after(Tier tier) {
        return runbooks.get(BenchPlan.documentName(tier, "after"));
    }

    private Instant ended(Tier tier) {
        return after(tier).ended();
    }

    private void add(String where, Duration time) {
        lost.merge(where, time, Duration::plus);
    }
}
