package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectRecovered;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.InstanceTerminated;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftoverFound;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftoversSearched;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.RemainsObserved;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationAccepted;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationIntended;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationNotMade;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Tells events as plain lines for a build log, indented by phase. What befalls single servers is counted and told by
 * wave, so that a thousand servers do not flood the log. Holds counters: one object tells one execution, from its
 * first event on.
 */
public final class EventText {
    private static final int LONGEST = 400;

    private final Map<Class<? extends ExecutionEvent>, BiFunction<Instant, ExecutionEvent, Optional<String>>> tellers =
            new HashMap<>();

    public EventText() {
        RunText run = new RunText(this);
        new WaveText(this, run);
        new CleanupText(this);
        new CallText(this);
    }

    /** The line for an event, without line break or control character; empty when there is nothing to tell. */
    public Optional<String> line(RecordedEvent recorded) {
        return tellers.getOrDefault(recorded.event().getClass(), (at, event) -> Optional.empty())
                .apply(recorded.at(), recorded.event())
                .map(line -> PlainText.shortened(PlainText.line(line), LONGEST));
    }

    <E extends ExecutionEvent> void tell(Class<E> type, BiFunction<Instant, E, Optional<String>> teller) {
        tellers.put(type, (at, event) -> teller.apply(at, type.cast(event)));
    }

    <E extends ExecutionEvent> void always(Class<E> type, BiFunction<Instant, E, String> teller) {
        tell(type, (at, event) -> Optional.of(teller.apply(at, event)));
    }

    /** Declares that events of a type are not told. */
    void pass(Class<? extends ExecutionEvent> type) {
        tellers.put(type, (at, event) -> Optional.empty());
    }

    Set<Class<? extends ExecutionEvent>> types() {
        return Set.copyOf(tellers.keySet());
    }

    /** Tells failures of AWS: of each kind the first, the tenth, the hundredth and so on. */
    private static final class CallText {
        private final Map<String, Integer> failures = new HashMap<>();

        CallText(EventText text) {
            text.pass(CallMade.class);
            text.pass(EffectRecovered.class);
            text.tell(EffectFailed.class, (at, event) -> failed(event));
        }

        private Optional<String> failed(EffectFailed event) {
            boolean givenUp = event.retryAt().isEmpty();
            int count = failures.merge(event.operation() + event.code() + givenUp, 1, Integer::sum);
            if (!isPowerOfTen(count)) {
                return Optional.empty();
            }
            String times = count == 1 ? "" : " (" + count + " times by now)";
            String next = givenUp ? "not tried again" : "will be tried again";
            return Optional.of("  " + event.operation() + " failed with " + event.code() + times + ", " + next
                    + RunText.suffix(event.message()));
        }

        private static boolean isPowerOfTen(int count) {
            int rest = count;
            while (rest % 10 == 0) {
                rest /= 10;
            }
            return rest == 1;
        }
    }

    /** Reports what is terminated, in sums, and what is not, by name. */
    private static final class CleanupText {
        private static final int TOLD = 20;

        private final Set<String> terminating = new HashSet<>();
        private int terminated;
        private int leftovers;
        private int leftBehind;

        CleanupText(EventText text) {
            text.always(CleanupBegun.class, (at, event) -> "Cleanup" + RunText.suffix(event.reason()));
            text.tell(LeftoverFound.class, (at, event) -> leftover(event));
            text.always(TerminationIntended.class, (at, event) -> intended(event));
            text.always(TerminationAccepted.class, (at, event) -> "  Job " + event.jobId() + " terminates them");
            text.always(
                    TerminationNotMade.class, (at, event) -> "  Not terminated yet" + RunText.suffix(event.reason()));
            text.tell(InstanceTerminated.class, (at, event) -> terminated(event));
            text.tell(LeftBehind.class, (at, event) -> left(event));
            text.pass(LeftoversSearched.class);
            text.pass(RemainsObserved.class);
        }

        private Optional<String> leftover(LeftoverFound event) {
            leftovers++;
            return capped(
                    leftovers,
                    "  Left behind by an earlier drill: " + event.recoveryInstanceId() + " in "
                            + event.target().region());
        }

        private String intended(TerminationIntended event) {
            terminating.addAll(event.recoveryInstanceIds());
            int count = event.recoveryInstanceIds().size();
            return "  Terminating " + count + (count == 1 ? " instance in " : " instances in ")
                    + event.target().region();
        }

        private Optional<String> terminated(InstanceTerminated event) {
            terminated++;
            boolean last = terminating.remove(event.recoveryInstanceId()) && terminating.isEmpty();
            return last ? Optional.of("  Terminated so far: " + terminated) : Optional.empty();
        }

        private Optional<String> left(LeftBehind event) {
            leftBehind++;
            String what = event.kind().text(event.id(), event.target().region());
            String line = event.asked() ? "  Kept as requested: " + what : "  !!! LEFT BEHIND: " + what;
            return capped(leftBehind, line + RunText.suffix(event.reason()));
        }

        private static Optional<String> capped(int count, String line) {
            if (count > TOLD + 1) {
                return Optional.empty();
            }
            return Optional.of(count > TOLD ? "  ... and more; the report names them all" : line);
        }
    }
}
