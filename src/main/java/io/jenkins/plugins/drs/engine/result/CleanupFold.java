package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.InstanceTerminated;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftoverFound;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftoversSearched;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.RemainsObserved;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationAccepted;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationIntended;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationNotMade;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Folds what is terminated and what is not. */
final class CleanupFold {
    private final Map<String, Instant> terminated = new LinkedHashMap<>();
    private final Map<String, LeftoverFound> leftovers = new LinkedHashMap<>();
    private final Map<String, LeftBehind> leftBehind = new LinkedHashMap<>();
    private final Map<String, List<String>> intended = new HashMap<>();
    private final Set<String> ours = new HashSet<>();
    private final Set<String> jobs = new LinkedHashSet<>();
    private Optional<Instant> begunAt = Optional.empty();
    private Optional<String> reason = Optional.empty();

    CleanupFold(Handlers handlers) {
        handlers.on(CleanupBegun.class, this::begin);
        handlers.on(LeftoverFound.class, (at, event) -> leftovers.put(event.recoveryInstanceId(), event));
        handlers.on(
                TerminationIntended.class,
                (at, event) -> intended.put(event.terminationId(), event.recoveryInstanceIds()));
        handlers.on(TerminationAccepted.class, (at, event) -> accept(event));
        handlers.on(InstanceTerminated.class, (at, event) -> terminated.putIfAbsent(event.recoveryInstanceId(), at));
        handlers.on(LeftBehind.class, (at, event) -> leftBehind.put(event.kind() + event.id(), event));
        handlers.ignore(LeftoversSearched.class);
        handlers.ignore(TerminationNotMade.class);
        handlers.ignore(RemainsObserved.class);
    }

    private void begin(Instant at, CleanupBegun event) {
        begunAt = begunAt.or(() -> Optional.of(at));
        reason = Texts.present(event.reason());
    }

    private void accept(TerminationAccepted event) {
        jobs.add(event.jobId());
        ours.addAll(intended.getOrDefault(event.terminationId(), List.of()));
    }

    private Optional<Integer> elsewhere() {
        return Optional.of((int) terminated.keySet().stream()
                        .filter(id -> !ours.contains(id))
                        .count())
                .filter(count -> count > 0);
    }

    Optional<Instant> terminatedAt(String recoveryInstanceId) {
        return Optional.ofNullable(terminated.get(recoveryInstanceId));
    }

    CleanupResult result(
            Timing run, Mode mode, List<ServerResult> servers, UnaryOperator<Target> places, Evidence evidence) {
        List<CleanupResult.Remnant> remnants = leftBehind.values().stream()
                .map(event -> remnant(event, places))
                .toList();
        Instant now = run.last();
        return new CleanupResult(
                run.ended().isEmpty() ? whileRunning() : atTheEnd(mode, remnants, standing(servers)),
                new CleanupResult.Course(
                        reason, begunAt.isEmpty() ? Timing.NONE : Timing.of(begunAt, run.ended(), now), evidence),
                terminated.size(),
                elsewhere(),
                List.copyOf(jobs),
                leftovers.values().stream()
                        .map(event -> leftover(event, places))
                        .toList(),
                remnants);
    }

    private CleanupResult.Status whileRunning() {
        return begunAt.isPresent() ? CleanupResult.Status.RUNNING : CleanupResult.Status.PENDING;
    }

    private CleanupResult.Status atTheEnd(Mode mode, List<CleanupResult.Remnant> remnants, boolean instancesStand) {
        boolean kept = mode == Mode.RECOVERY;
        if (remnants.stream().anyMatch(remnant -> !remnant.asked())) {
            return CleanupResult.Status.INCOMPLETE;
        }
        if (!remnants.isEmpty() || instancesStand) {
            return kept || !remnants.isEmpty() ? CleanupResult.Status.KEPT : CleanupResult.Status.INCOMPLETE;
        }
        return terminated.isEmpty() ? CleanupResult.Status.NOT_NEEDED : CleanupResult.Status.DONE;
    }

    /** Whether a launched instance was neither seen gone nor named as left behind. */
    private boolean standing(List<ServerResult> servers) {
        return servers.stream()
                .flatMap(server -> server.recoveryInstance().stream())
                .filter(instance -> instance.terminatedAt().isEmpty())
                .anyMatch(instance -> leftBehind.values().stream()
                        .noneMatch(event -> event.id().equals(instance.instanceId())));
    }

    private static CleanupResult.Remnant remnant(LeftBehind event, UnaryOperator<Target> places) {
        return new CleanupResult.Remnant(
                event.kind(), event.id(), places.apply(event.target()), event.asked(), Texts.present(event.reason()));
    }

    private CleanupResult.Leftover leftover(LeftoverFound event, UnaryOperator<Target> places) {
        return new CleanupResult.Leftover(
                event.recoveryInstanceId(),
                event.sourceServerId(),
                places.apply(event.target()),
                event.jobId(),
                event.executionId(),
                terminated.containsKey(event.recoveryInstanceId()));
    }
}
