package io.jenkins.plugins.drs.lab.bench;

import io.jenkins.plugins.drs.lab.bench.BenchPlan.Tier;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEndEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.JobEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * How long a drill would have taken if every step had begun the moment that it could: the jobs and runbooks of the
 * simulator's record with the times that each took there, in the order of the plan, within the limits of AWS.
 */
final class CriticalPath {
    private static final int MOST_JOBS = 20;
    private static final int MOST_SERVERS = 500;

    private final Map<String, Duration> runbooks = new HashMap<>();
    private final Map<String, List<Job>> launchesOfWave = new HashMap<>();
    private final List<Job> terminations = new ArrayList<>();
    private final PriorityQueue<Moment> moments = new PriorityQueue<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Integer> unfinished = new HashMap<>();
    private final List<String> ended = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Moment(Duration at, long number, Runnable then) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    /** @param done how long after its start everything that follows may begin: its servers are ready, or gone */
    private record Job(String place, int servers, Duration lasts, Duration done) {}

    /** An account and Region with what waits there and what runs. */
    private static final class Place {
        final List<Runnable> waiting = new ArrayList<>();
        final List<Job> ofWaiting = new ArrayList<>();
        int jobs;
        int servers;
    }

    private CriticalPath(SimulatorRecord record, Function<String, String> waveOfServer) {
        Map<String, Instant> ready = new HashMap<>();
        for (LaunchEntry launch : record.launches()) {
            ready.merge(launch.jobId(), launch.ready(), (one, other) -> one.isAfter(other) ? one : other);
        }
        for (AutomationEndEntry end : record.automationEnds()) {
            runbooks.put(end.document(), Duration.between(end.started(), end.ended()));
        }
        for (JobEntry entry : record.jobs()) {
            Duration lasts = Duration.between(entry.created(), entry.ended());
            String place = entry.account() + "/" + entry.region();
            int servers = entry.sourceServerIds().size();
            if (entry.type().equals("TERMINATE")) {
                terminations.add(new Job(place, servers, lasts, lasts));
            } else {
                Duration done = Duration.between(entry.created(), ready.get(entry.jobId()));
                launchesOfWave
                        .computeIfAbsent(
                                waveOfServer.apply(entry.sourceServerIds().get(0)), wave -> new ArrayList<>())
                        .add(new Job(place, servers, lasts, done));
            }
        }
    }

    /** The length of the critical path of what happened. */
    static Duration of(SimulatorRecord record, Function<String, String> waveOfServer) {
        return new CriticalPath(record, waveOfServer).walk();
    }

    private Duration walk() {
        BenchPlan.TIERS.stream().filter(tier -> tier.after().isEmpty()).forEach(this::begin);
        while (!moments.isEmpty()) {
            Moment next = moments.poll();
            now = next.at();
            next.then().run();
        }
        return now;
    }

    private void after(Duration wait, Runnable then) {
        moments.add(new Moment(now.plus(wait), moments.size() + now.toMillis() * 1_000_000L, then));
    }

    private void begin(Tier tier) {
        List<Job> jobs = launchesOfWave.get(tier.name());
        unfinished.put(tier.name(), jobs.size());
        after(
                runbooks.get(BenchPlan.documentName(tier, "before")),
                () -> jobs.forEach(job -> enter(job, () -> jobDone(tier))));
    }

    private void jobDone(Tier tier) {
        if (unfinished.merge(tier.name(), -1, Integer::sum) == 0) {
            after(runbooks.get(BenchPlan.documentName(tier, "after")), () -> waveDone(tier));
        }
    }

    private void waveDone(Tier tier) {
        ended.add(tier.name());
        BenchPlan.TIERS.stream()
                .filter(next -> next.after().contains(tier.name()) && ended.containsAll(next.after()))
                .forEach(this::begin);
        if (ended.size() == BenchPlan.TIERS.size()) {
            terminations.forEach(job -> enter(job, () -> {}));
        }
    }

    private void enter(Job job, Runnable done) {
        Place place = places.computeIfAbsent(job.place(), key -> new Place());
        place.ofWaiting.add(job);
        place.waiting.add(done);
        startWaiting(place);
    }

    private void startWaiting(Place place) {
        while (!place.waiting.isEmpty()
                && place.jobs < MOST_JOBS
                && place.servers + place.ofWaiting.get(0).servers() <= MOST_SERVERS) {
            Job job = place.ofWaiting.remove(0);
            Runnable done = place.waiting.remove(0);
            place.jobs++;
            place.servers += job.servers();
            after(job.done(), done);
            after(job.lasts(), () -> {
                place.jobs--;
                place.servers -= job.servers();
                startWaiting(place);
            });
        }
    }
}
