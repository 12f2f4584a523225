package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.InstanceTerminated;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftoverFound;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.RemainsObserved;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationAccepted;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationIntended;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobLogCollected;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotMade;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServerProgress;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.SelectedServer;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceFound;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceHealth;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceObserved;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.event.ServerEvent.SnapshotFound;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Draws events that are legal in a state, in an order that no drill need have. */
final class DrawnEvents {
    static final List<String> WAVES = List.of("Database", "Web");
    static final List<Target> TARGETS =
            List.of(Target.own("us-east-1"), Target.own("eu-west-1"), Target.parse("123456789012/us-east-1"));
    private static final int SERVERS = 14;

    private final Random random;
    private final ExecutionState state;
    private int names;

    DrawnEvents(long seed, ExecutionState state) {
        this.random = new Random(seed);
        this.state = state;
    }

    StepDone servers() {
        List<SelectedServer> servers = new ArrayList<>();
        for (int number = 1; number <= SERVERS; number++) {
            servers.add(new SelectedServer(
                    one(WAVES), "group", "s-" + number, "host-" + number, one(TARGETS), "OK", Optional.empty()));
        }
        return new StepDone("servers", List.of(), servers);
    }

    /** The next event; empty when nothing of the drawn kind can happen. */
    Optional<ExecutionEvent> next() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> launch();
            case 2 -> any(state.launches(), LaunchState::isInDoubt).map(this::answer);
            case 3, 4, 5 -> any(state.jobs(), job -> true).map(this::observed);
            case 6 -> any(state.jobs(), JobState::isCompleted).map(job -> new JobLogCollected(job.jobId(), List.of()));
            case 7, 8 ->
                any(state.servers(), server -> server.instanceId().isPresent()).map(this::found);
            case 9 -> any(state.servers(), this::isLaunched).map(this::healthOrEnd);
            case 10 ->
                any(state.servers(), server -> !server.stage().isEnd())
                        .filter(server -> random.nextInt(4) == 0)
                        .map(server -> new ServerFailed(server.id(), FailureStage.LAUNCH, "drawn"));
            case 11 ->
                any(state.servers(), server -> true).map(server -> new SnapshotFound(server.id(), "", Instant.EPOCH));
            case 12 -> termination();
            default -> any(state.instances(), InstanceState::isOpen).map(this::end);
        };
    }

    private Optional<ExecutionEvent> launch() {
        return any(state.servers(), server -> server.stage() == ServerStage.WAITING)
                .map(one -> new LaunchIntended(
                        name("launch"),
                        one.selected().wave(),
                        one.target(),
                        some(
                                        state.servers(),
                                        server -> server.stage() == ServerStage.WAITING
                                                && ServerGroup.of(server).equals(ServerGroup.of(one)))
                                .stream()
                                .map(ServerState::id)
                                .toList(),
                        Map.of()));
    }

    private ExecutionEvent answer(LaunchState launch) {
        String id = launch.intended().launchId();
        return random.nextInt(3) == 0 ? new LaunchNotMade(id, "drawn") : new LaunchAccepted(id, name("job"), false);
    }

    private ExecutionEvent observed(JobState job) {
        List<ServerProgress> servers = some(job.members(), member -> true).stream()
                .map(member -> job.purpose() == JobState.Purpose.TERMINATE
                        ? new ServerProgress(member, one(List.of("LAUNCHED", "TERMINATED")), Optional.empty())
                        : new ServerProgress(
                                member, one(List.of("PENDING", "LAUNCHED")), Optional.of("ri-" + member + job.jobId())))
                .toList();
        return new JobObserved(job.jobId(), one(List.of("STARTED", "COMPLETED")), servers, Optional.empty());
    }

    private boolean isLaunched(ServerState server) {
        return server.stage() == ServerStage.LAUNCHED;
    }

    private ExecutionEvent found(ServerState server) {
        Optional<Instant> asOf = random.nextBoolean() ? Optional.of(Instant.EPOCH) : Optional.empty();
        return new InstanceFound(
                server.id(),
                server.instanceId().orElseThrow(),
                "i-" + server.id(),
                server.jobId().orElseThrow(),
                true,
                asOf);
    }

    private ExecutionEvent healthOrEnd(ServerState server) {
        return random.nextBoolean()
                ? new ServerValidated(server.id())
                : new InstanceObserved(
                        server.id(),
                        new InstanceHealth(
                                "running", "ok", "ok", Optional.empty(), "", Optional.empty(), Optional.empty()));
    }

    private Optional<ExecutionEvent> termination() {
        Optional<TerminationState> open = any(state.terminations(), TerminationState::open);
        if (open.isPresent() && random.nextBoolean()) {
            return open.map(termination ->
                    new TerminationAccepted(termination.intended().terminationId(), name("job")));
        }
        Target target = one(TARGETS);
        List<String> up = some(
                        state.instances(),
                        instance -> instance.stage() == InstanceStage.UP
                                && instance.target().equals(target))
                .stream()
                .map(InstanceState::id)
                .toList();
        return up.isEmpty()
                ? Optional.of(new LeftoverFound(name("ri"), "s-1", target, "job-before", "before"))
                : Optional.of(new TerminationIntended(name("termination"), target, up));
    }

    private ExecutionEvent end(InstanceState instance) {
        if (random.nextInt(4) == 0) {
            return new LeftBehind(RemnantKind.RECOVERY_INSTANCE, instance.id(), instance.target(), false, "drawn");
        }
        return instance.stage() == InstanceStage.GOING && random.nextBoolean()
                ? new InstanceTerminated(instance.id())
                : new RemainsObserved(instance.target(), List.of(instance.id()));
    }

    private String name(String kind) {
        names++;
        return kind + "-" + names;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> Optional<T> any(Collection<T> all, Predicate<T> wanted) {
        List<T> found = all.stream().filter(wanted).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(one(found));
    }

    private <T> List<T> some(Collection<T> all, Predicate<T> wanted) {
        List<T> found = new ArrayList<>(all.stream().filter(wanted).toList());
        Collections.shuffle(found, random);
        return found.isEmpty() ? found : found.subList(0, 1 + random.nextInt(found.size()));
    }
}
