package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * An action that was begun, as it stands.
 *
 * @param startPossible whether an attempt to start it may have reached SSM
 * @param executionId the automation execution; empty until SSM named one
 * @param status last status seen, in the words of SSM; empty before
 * @param stopBecause why it is being stopped, if it is
 * @param stopAt when stopping it was intended
 * @param stopTaken whether SSM took the request to stop it
 * @param outcome how it ended, once it has
 */
public record ActionState(
        ActionIntended intended,
        boolean startPossible,
        Optional<String> executionId,
        String status,
        Optional<ActionOutcome> stopBecause,
        Optional<Instant> stopAt,
        boolean stopTaken,
        Optional<ActionOutcome> outcome) {

    static ActionState intended(ActionIntended intended) {
        return new ActionState(
                intended, true, Optional.empty(), "", Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    ActionState withStart(boolean possible) {
        return new ActionState(intended, possible, executionId, status, stopBecause, stopAt, stopTaken, outcome);
    }

    ActionState started(String id) {
        return new ActionState(intended, true, Optional.of(id), status, stopBecause, stopAt, stopTaken, outcome);
    }

    ActionState observed(String seen) {
        return new ActionState(intended, startPossible, executionId, seen, stopBecause, stopAt, stopTaken, outcome);
    }

    ActionState stopping(ActionOutcome because, Instant at) {
        return new ActionState(
                intended,
                startPossible,
                executionId,
                status,
                Optional.of(because),
                stopAt.or(() -> Optional.of(at)),
                false,
                outcome);
    }

    ActionState stopped() {
        return new ActionState(intended, startPossible, executionId, status, stopBecause, stopAt, true, outcome);
    }

    ActionState ended(ActionOutcome how) {
        return new ActionState(
                intended, startPossible, executionId, status, stopBecause, stopAt, stopTaken, Optional.of(how));
    }

    public boolean isEnded() {
        return outcome.isPresent();
    }
}
