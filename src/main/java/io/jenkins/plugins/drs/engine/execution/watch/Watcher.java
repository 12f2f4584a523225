package io.jenkins.plugins.drs.engine.execution.watch;

import io.jenkins.plugins.drs.engine.execution.watch.PollSchedule.Window;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WaveGraph;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.JobState.Purpose;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.state.WaveState;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says when jobs, runbooks and instances are looked at next. It goes by what an earlier drill of the plan took, else by
 * what others of the kind took in this one, else by what is known of AWS, and never makes more calls in all than a
 * loop that asks for each job and each runbook every 30 seconds.
 */
public final class Watcher {
    /** DRS takes a snapshot, converts it and launches: nothing of that ends sooner. */
    private static final Duration SHORTEST_LAUNCH = Duration.ofMinutes(3);

    /** Few launches take less. */
    private static final Duration USUAL_LAUNCH = Duration.ofMinutes(5);

    private static final Duration LONGEST_LAUNCH = Duration.ofMinutes(30);
    /** The checks of EC2 take more than a minute; the time that a job's end is noticed late passes in their shadow. */
    private static final Window LAUNCH_BEFORE_CHECKS =
            Window.of(USUAL_LAUNCH, LONGEST_LAUNCH, Duration.ofSeconds(80), Duration.ofSeconds(80));

    private static final Window LAUNCH =
            Window.of(SHORTEST_LAUNCH, LONGEST_LAUNCH, Duration.ofSeconds(10), Duration.ofSeconds(10));
    private static final Window TERMINATION =
            Window.of(Duration.ofSeconds(90), Duration.ofMinutes(5), Duration.ofSeconds(9), Duration.ofSeconds(9));
    /** The first result of the checks of EC2 takes more than a minute from the launch. */
    private static final Window CHECKS =
            Window.of(Duration.ofSeconds(100), Duration.ofMinutes(6), Duration.ofSeconds(7), Duration.ofSeconds(10));

    /** With looks to spare, how often the few are made that others wait for. */
    private static final double DENSEST_RUNBOOK = 0.4;

    private static final double DENSEST_CHECKS = 0.6;

    /** Nothing waits for them, but how long the servers took to recover is told by them. */
    private static final double CHECKS_WITH_SLACK = 2;

    private static final double DENSEST_TERMINATION = 0.8;

    private final EarlierDurations experience;
    /** Members of a job never change, and there may be many. */
    private final Map<String, Optional<Window>> earlierOfJob = new HashMap<>();

    private IdleWaves slack;

    public Watcher(EarlierDurations experience) {
        this.experience = experience;
    }

    /** When the running jobs of a target are looked at next; all with one call. */
    public Instant nextLookAtJobs(
            ExecutionState state, Instant now, Collection<JobState> jobs, Optional<Instant> last) {
        double densest = state.phase() == Phase.CLEANUP ? DENSEST_TERMINATION : 1;
        double thrift = Math.max(densest, PollBudget.thrift(state, now));
        Map<Purpose, Optional<Window>> others = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            others.put(purpose, ofEnded(state, purpose));
        }
        return jobs.stream()
                .map(job -> PollSchedule.next(
                        job.accepted(), last, windowOf(state, job, others.get(job.purpose())), thrift))
                .min(Instant::compareTo)
                .orElse(now);
    }

    private Window windowOf(ExecutionState state, JobState job, Optional<Window> others) {
        Optional<Window> known =
                earlierOfJob.computeIfAbsent(job.jobId(), id -> earlier(job).map(Window::like));
        if (known.isPresent()) {
            return known.get();
        }
        boolean checked = job.purpose() == Purpose.LAUNCH && areChecksToCome(state, job);
        if (others.isPresent()) {
            return checked ? others.get().every(LAUNCH_BEFORE_CHECKS.dense()) : others.get();
        }
        if (job.purpose() == Purpose.TERMINATE) {
            return TERMINATION;
        }
        return checked ? LAUNCH_BEFORE_CHECKS : LAUNCH;
    }

    private Optional<Duration> earlier(JobState job) {
        if (experience.isEmpty()) {
            return Optional.empty();
        }
        Function<String, String> name =
                job.purpose() == Purpose.LAUNCH ? EarlierDurations::launch : EarlierDurations::termination;
        return experience.longest(job.members().stream().map(name).toList());
    }

    /** What jobs of a kind took that have ended in this execution; empty before one has. */
    private static Optional<Window> ofEnded(ExecutionState state, Purpose purpose) {
        Duration shortest = null;
        Duration longest = null;
        for (JobState job : state.jobs()) {
            if (job.purpose() == purpose && job.ended().isPresent()) {
                Duration took = Duration.between(job.accepted(), job.ended().get());
                shortest = shortest == null || took.compareTo(shortest) < 0 ? took : shortest;
                longest = longest == null || took.compareTo(longest) > 0 ? took : longest;
            }
        }
        return shortest == null ? Optional.empty() : Optional.of(Window.between(shortest, longest));
    }

    private static boolean areChecksToCome(ExecutionState state, JobState job) {
        return job.members().stream()
                .findFirst()
                .flatMap(state::server)
                .flatMap(server -> waveOf(state, server))
                .map(wave -> wave.policy().validation())
                .filter(ValidationPolicy::statusChecks)
                .isPresent();
    }

    private static Optional<Wave> waveOf(ExecutionState state, ServerState server) {
        return state.plan().waves().stream()
                .filter(wave -> wave.waveName().equals(server.selected().wave()))
                .findFirst();
    }

    /** When a running runbook is looked at next. */
    public Instant nextLookAt(ExecutionState state, Instant now, ActionState action, Optional<Instant> last) {
        Window window = experience
                .of(EarlierDurations.action(action.intended().action()))
                .map(earlier -> Window.like(earlier).watchedBefore())
                .orElse(Window.UNKNOWN);
        boolean early = hasSlack(state, action.intended().action().wave());
        return PollSchedule.next(
                action.since(),
                last,
                window,
                early ? Double.POSITIVE_INFINITY : Math.max(DENSEST_RUNBOOK, PollBudget.thrift(state, now)));
    }

    /** A plan never changes, so its order is worked out once. */
    private boolean hasSlack(ExecutionState state, String wave) {
        slack = slack == null ? IdleWaves.of(state) : slack;
        return slack.has(state, wave);
    }

    /** When launched instances of a target are looked at next; the wave waits for the last of them. */
    public Instant nextLookAtInstances(
            ExecutionState state, Instant now, List<ServerState> servers, Optional<Instant> last) {
        if (!servers.stream().allMatch(server -> server.health().isPresent())) {
            return now;
        }
        Instant begun = servers.stream()
                .map(ServerState::checksBegan)
                .max(Instant::compareTo)
                .orElse(now);
        double densest = hasSlack(state, servers.get(0).selected().wave()) ? CHECKS_WITH_SLACK : DENSEST_CHECKS;
        double thrift = Math.max(densest, PollBudget.thrift(state, now));
        Window usual = usualChecks(state);
        Instant next = PollSchedule.next(begun, last, usual, thrift);
        return learnt(servers.get(0))
                .map(window -> earlier(next, PollSchedule.next(begun, last, window, thrift)))
                .orElse(next); // what was learnt adds looks, since others may be the slow ones this time
    }

    /** What instances need at least from their launch until their checks have ended. */
    public Duration shortestChecks(ExecutionState state) {
        return usualChecks(state).early();
    }

    private static Window usualChecks(ExecutionState state) {
        return state.checkTimes()
                .map(times -> Window.between(times.shortest(), times.longest()).every(CHECKS.dense()))
                .orElse(CHECKS);
    }

    /** When the wave of a server was healthy in its target in an earlier drill. */
    private Optional<Window> learnt(ServerState one) {
        if (experience.isEmpty()) {
            return Optional.empty();
        }
        String wave = one.selected().wave();
        Optional<Duration> most = experience.of(EarlierDurations.checks(wave, one.target()));
        return experience
                .of(EarlierDurations.unhealthy(wave, one.target()))
                .flatMap(least -> most.map(longest -> Window.around(least, longest)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * Says which waves nothing waits for at the moment: all that comes after them waits for a wave, too, that has not come
     * as far. It says only how often to look.
     */
    private static final class IdleWaves {
        private final Map<String, List<List<String>>> othersBefore = new HashMap<>();

        private IdleWaves(ExecutionState state) {
            WaveGraph graph = WaveGraph.of(state.plan().waves());
            List<String> names = state.waves().stream().map(WaveState::name).toList();
            for (String next : names) {
                List<String> before = graph.dependenciesOf(next);
                before.forEach(wave -> othersBefore
                        .computeIfAbsent(wave, key -> new ArrayList<>())
                        .add(before));
            }
            for (String last : names) {
                othersBefore.computeIfAbsent(last, key -> List.of(names)); // cleanup waits for all waves
            }
        }

        static IdleWaves of(ExecutionState state) {
            return new IdleWaves(state);
        }

        /** Whether a wave can be looked at as seldom as a fixed loop does without anything being later for it. */
        boolean has(ExecutionState state, String wave) {
            WaveStatus reached = state.wave(wave).status();
            return othersBefore.getOrDefault(wave, List.of()).stream()
                    .allMatch(others -> isOneBehind(state, others, reached));
        }

        private static boolean isOneBehind(ExecutionState state, Collection<String> others, WaveStatus reached) {
            return others.stream()
                    .map(state::wave)
                    .map(WaveState::status)
                    .anyMatch(status -> status.compareTo(reached) < 0);
        }
    }
}
