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
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reports what is terminated, in sums, and what is not, by name. */
final class CleanupText {
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
        text.always(TerminationNotMade.class, (at, event) -> "  Not terminated yet" + RunText.suffix(event.reason()));
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
