package io.jenkins.plugins.drs.engine.execution.watch;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads from the events of a drill how long its runbooks, launches, checks and terminations took. */
public final class EarlierDurationsCollector implements Consumer<RecordedEvent> {
    /** Longer than any limit that a plan can have, so a time that cannot be. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final ExecutionState state = new ExecutionState();
    private final StatusCheckPolls checks = new StatusCheckPolls();
    private final Map<String, Duration> durations = new HashMap<>();

    /**
     * What can be learned from a journal that may be damaged or somebody else's: nothing where it cannot be read, since a
     * drill comes to the same results without it.
     *
     * @param mostBytes nothing is learned from a journal that is longer
     */
    public static EarlierDurations from(Path journal, long mostBytes) {
        try {
            if (Files.size(journal) > mostBytes) {
                return EarlierDurations.NONE;
            }
            EarlierDurationsCollector collector = new EarlierDurationsCollector();
            EventLog.read(journal, collector);
            return collector.experience();
        } catch (IOException | RuntimeException unreadable) {
            return EarlierDurations.NONE;
        }
    }

    /** Takes in the next event, in the order of the journal. */
    @Override
    public void accept(RecordedEvent recorded) {
        if (recorded.event() instanceof CallMade call) {
            checks.called(call);
        } else if (recorded.event() instanceof ServerValidated validated) {
            state.server(validated.sourceServerId()).ifPresent(server -> healthy(server, recorded.at()));
        }
        state.apply(recorded);
        if (recorded.event() instanceof JobObserved observed) {
            state.job(observed.jobId()).filter(JobState::isCompleted).ifPresent(this::ended);
        } else if (recorded.event() instanceof ActionEnded ended && ended.outcome() == ActionOutcome.SUCCEEDED) {
            state.action(ended.action())
                    .ifPresent(action -> ended(action, ended.ended().orElse(recorded.at())));
        }
    }

    private void healthy(ServerState server, Instant at) {
        String wave = server.selected().wave();
        Instant begun = checks.begun(server);
        put(EarlierDurations.checks(wave, server.target()), begun, at);
        durations.remove(EarlierDurations.unhealthy(wave, server.target()));
        checks.before(server).ifPresent(look -> put(EarlierDurations.unhealthy(wave, server.target()), begun, look));
    }

    private void ended(JobState job) {
        for (String id : job.members()) {
            String name = job.purpose() == JobState.Purpose.LAUNCH
                    ? EarlierDurations.launch(id)
                    : EarlierDurations.termination(id);
            put(name, job.accepted(), job.ended().orElse(job.accepted()));
        }
    }

    private void ended(ActionState action, Instant at) {
        put(EarlierDurations.action(action.intended().action()), action.since(), at);
    }

    private void put(String name, Instant from, Instant to) {
        if (from.isBefore(to) && to.isBefore(from.plus(LONGEST))) {
            durations.put(name, Duration.between(from, to));
        }
    }

    /** What was learned so far. */
    public EarlierDurations experience() {
        return new EarlierDurations(durations);
    }

    /**
     * When the status checks of instances were looked at in a drill. A server that is healthy may have been so since the look
     * before; at the first look of all, for long.
     */
    private static final class StatusCheckPolls {
        /** Calls of one look follow one another; looks are farther apart. */
        private static final Duration WITHIN_LOOK = Duration.ofMillis(500);

        private final Map<String, Looks> byEffect = new HashMap<>();
        private final Map<Group, Instant> begun = new HashMap<>();
        private Looks newest = new Looks(Optional.empty(), Instant.MIN, Instant.MIN);

        private record Group(String wave, Target target) {}

        private record Looks(Optional<Instant> before, Instant began, Instant ended) {
            Looks with(CallMade call) {
                Instant end = call.at().plusMillis(call.millis());
                return call.at().isAfter(ended.plus(WITHIN_LOOK))
                        ? new Looks(Optional.of(began), call.at(), end)
                        : new Looks(before, began, end);
            }
        }

        void called(CallMade call) {
            if (call.operation().equals("DescribeInstanceStatus")) {
                Looks looks = byEffect.get(call.effect());
                Instant end = call.at().plusMillis(call.millis());
                newest = looks == null ? new Looks(Optional.empty(), call.at(), end) : looks.with(call);
                byEffect.put(call.effect(), newest);
            }
        }

        /** When the last of the servers of its wave and target that are healthy by now came up. */
        Instant begun(ServerState healthy) {
            return begun.merge(
                    new Group(healthy.selected().wave(), healthy.target()),
                    healthy.checksBegan(),
                    (one, other) -> one.isAfter(other) ? one : other);
        }

        /** The last look that did not show it healthy; what calls tell stands behind them in the journal. */
        Optional<Instant> before(ServerState healthy) {
            return newest.before().filter(look -> look.isAfter(healthy.since()));
        }
    }
}
