package io.jenkins.plugins.drs.engine.execution.shared;

import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks at jobs that one execution makes for all of a host that watch jobs in the same account and Region: whoever wants
 * to look first asks for the jobs of everybody, and everybody hears of it. Safe for use by several threads; AWS is asked
 * and others are told without holding a lock.
 */
public final class SharedJobPoller {
    /** A look that takes longer than this is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** After a restart of the host, for so long executions that go on wait for each other before the first of them looks. */
    private static final Duration GATHERING = Duration.ofSeconds(5);

    private final Set<Subscription> seats = new LinkedHashSet<>();
    private final Map<String, InFlight> inFlight = new HashMap<>();
    private final Map<String, Instant> gathered = new HashMap<>();

    private record InFlight(Subscription by, Instant since, Set<String> jobs) {}

    /**
     * Takes part.
     *
     * @param wake called when there is news; may be called from any thread
     */
    public synchronized Subscription join(Runnable wake) {
        Subscription seat = new Subscription(wake);
        seats.add(seat);
        return seat;
    }

    /** Has no part any more; what it asks for no longer counts. */
    public synchronized void leave(Subscription seat) {
        seats.remove(seat);
        inFlight.values().removeIf(look -> look.by() == seat);
    }

    /**
     * Asks for the jobs of everybody and for all recent ones, and tells everybody.
     *
     * @param own ids that the caller wants to know of
     * @param ask asks AWS
     * @return all of them
     */
    public List<RecoveryJob> look(
            Subscription seat,
            String place,
            Instant now,
            Set<String> own,
            Function<Set<String>, List<RecoveryJob>> ask) {
        Set<String> all = begin(seat, place, now, own);
        List<RecoveryJob> jobs;
        try {
            jobs = ask.apply(all);
        } finally {
            end(seat, place);
        }
        tell(seat, JobPoll.of(place, now, seat.execution(), jobs, true));
        return jobs;
    }

    private synchronized Set<String> begin(Subscription seat, String place, Instant now, Set<String> own) {
        Set<String> all = new LinkedHashSet<>(own);
        seats.forEach(other -> all.addAll(other.watched(place)));
        inFlight.put(place, new InFlight(seat, now, all));
        return all;
    }

    private synchronized void end(Subscription seat, String place) {
        inFlight.computeIfPresent(place, (key, look) -> look.by() == seat ? null : look);
    }

    /** Tells everybody of all jobs there that may be running, which the caller has looked at for itself. */
    public void tellAll(Subscription seat, String place, Instant began, List<RecoveryJob> jobs) {
        tell(seat, JobPoll.of(place, began, seat.execution(), jobs, true));
    }

    private void tell(Subscription teller, JobPoll look) {
        List<Subscription> told = new ArrayList<>();
        synchronized (this) {
            for (Subscription seat : seats) {
                if (seat != teller && seat.isConcernedBy(look)) {
                    told.add(seat);
                }
            }
        }
        told.forEach(seat -> seat.tell(look));
    }

    /**
     * Until when to wait for the look of another execution that will tell of all these jobs, or for executions that a
     * restart interrupted, too, and that have not said yet which jobs are theirs; empty when there is nothing to wait for.
     */
    public synchronized Optional<Instant> isLookingUntil(
            Subscription seat, String place, Set<String> jobs, Instant now) {
        return gathering(seat, place, now).or(() -> lookUnderWay(seat, place, jobs, now));
    }

    /** Once for each place: who comes later looks with those that are there. */
    private Optional<Instant> gathering(Subscription seat, String place, Instant now) {
        if (seat.goesOn()) {
            gathered.putIfAbsent(place, now.plus(GATHERING));
        }
        return Optional.ofNullable(gathered.get(place))
                .filter(end -> now.isBefore(end) && !end.isAfter(now.plus(GATHERING)));
    }

    private Optional<Instant> lookUnderWay(Subscription seat, String place, Set<String> jobs, Instant now) {
        InFlight look = inFlight.get(place);
        if (look == null || look.by() == seat || !look.jobs().containsAll(jobs)) {
            return Optional.empty();
        }
        boolean recent = !look.since().isAfter(now) && now.isBefore(look.since().plus(PATIENCE));
        return recent ? Optional.of(look.since().plus(PATIENCE)) : Optional.empty();
    }
}
