package io.jenkins.plugins.drs.engine.execution.watch;

import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.JobState.Purpose;
import io.jenkins.plugins.drs.engine.state.ServerState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    private static final Duration LONGEST_LAUNCH = Duration.ofMinutes(30);
    /** The checks of EC2 run every minute; the time that a job's end is noticed late passes in their shadow. */
    private static final Window LAUNCH_BEFORE_CHECKS =
            new Window(SHORTEST_LAUNCH, LONGEST_LAUNCH, Duration.ofSeconds(40), Duration.ofSeconds(30));

    private static final Window LAUNCH =
            new Window(SHORTEST_LAUNCH, LONGEST_LAUNCH, Duration.ofSeconds(10), Duration.ofSeconds(10));
    private static final Window TERMINATION =
            new Window(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(8), Duration.ofSeconds(8));
    /** The first result of the checks of EC2 takes more than a minute from the launch. */
    private static final Window CHECKS =
            new Window(Duration.ofSeconds(90), Duration.ofMinutes(6), Duration.ofSeconds(9), Duration.ofSeconds(9));

    private final Experience experience;

    public Watcher(Experience experience) {
        this.experience = experience;
    }

    /** When the running jobs of a target are looked at next; all with one call. */
    public Instant nextLookAtJobs(
            ExecutionState state, Instant now, Collection<JobState> jobs, Optional<Instant> last) {
        long left = Allowance.left(state, now);
        return jobs.stream()
                .map(job -> LookTimes.next(job.accepted(), last, windowOf(state, job), left))
                .min(Instant::compareTo)
                .orElse(now);
    }

    private Window windowOf(ExecutionState state, JobState job) {
        Function<String, String> name = job.purpose() == Purpose.LAUNCH ? Experience::launch : Experience::termination;
        Optional<Duration> earlier =
                experience.longest(job.members().stream().map(name).toList());
        boolean checked = job.purpose() == Purpose.LAUNCH && areChecksToCome(state, job);
        if (earlier.isPresent()) {
            return Window.like(earlier.get());
        }
        List<Duration> others = endedLike(state, job);
        if (!others.isEmpty()) {
            Window window = Window.between(
                    others.stream().min(Duration::compareTo).orElseThrow(),
                    others.stream().max(Duration::compareTo).orElseThrow());
            return checked ? window.every(LAUNCH_BEFORE_CHECKS.dense()) : window;
        }
        if (job.purpose() == Purpose.TERMINATE) {
            return TERMINATION;
        }
        return checked ? LAUNCH_BEFORE_CHECKS : LAUNCH;
    }

    private static List<Duration> endedLike(ExecutionState state, JobState job) {
        List<Duration> durations = new ArrayList<>();
        for (JobState other : state.jobs()) {
            if (other.purpose() == job.purpose() && other.ended().isPresent()) {
                durations.add(Duration.between(other.accepted(), other.ended().get()));
            }
        }
        return durations;
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
                .of(Experience.action(action.intended().action()))
                .map(Window::like)
                .orElse(Window.UNKNOWN);
        return LookTimes.next(action.since(), last, window, Allowance.left(state, now));
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
        long left = Allowance.left(state, now);
        return LookTimes.next(begun, last, windowOfChecks(state, servers, begun), left);
    }

    private Window windowOfChecks(ExecutionState state, List<ServerState> servers, Instant begun) {
        Optional<Duration> earlier = experience.longest(
                servers.stream().map(server -> Experience.check(server.id())).toList());
        if (earlier.isPresent()) {
            Instant end = servers.stream()
                    .map(server -> server.checksBegan()
                            .plus(experience.of(Experience.check(server.id())).orElseThrow()))
                    .max(Instant::compareTo)
                    .orElse(begun);
            return Window.like(end.isAfter(begun) ? Duration.between(begun, end) : Duration.ZERO);
        }
        return state.checkTimes()
                .map(times -> Window.between(times.shortest(), times.longest()))
                .orElse(CHECKS);
    }
}
