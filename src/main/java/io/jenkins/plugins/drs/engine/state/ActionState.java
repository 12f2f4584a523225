package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An action that was begun, as it stands.
 *
 * @param versions of the secrets in its parameters, by reference; empty until they were resolved
 * @param since when it was intended
 * @param startPossible whether an attempt to start it may have reached SSM
 * @param executionId the automation execution; empty until SSM named one
 * @param status last status seen, in the words of SSM; empty before
 * @param stopBecause why it is being stopped, if it is
 * @param stopAt when stopping it was intended or, once SSM took the request, when it did
 * @param stopTaken whether SSM took the request to stop it
 * @param outcome how it ended, once it has
 * @param ended when it ended or, where SSM did not say, when that was known
 */
public record ActionState(
        ActionIntended intended,
        Optional<Map<String, String>> versions,
        Instant since,
        boolean startPossible,
        Optional<String> executionId,
        String status,
        Optional<ActionOutcome> stopBecause,
        Optional<Instant> stopAt,
        boolean stopTaken,
        Optional<ActionOutcome> outcome,
        Optional<Instant> ended) {

    static ActionState intended(ActionIntended intended, Instant at) {
        return new ActionState(
                intended,
                Optional.empty(),
                at,
                !intended.secretsFirst(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** No automation is known of it, or not any more. */
    ActionState withStart(boolean possible) {
        return new ActionState(
                intended,
                versions,
                since,
                possible,
                Optional.empty(),
                status,
                stopBecause,
                stopAt,
                stopTaken,
                outcome,
                ended);
    }

    ActionState withVersions(Map<String, String> resolved) {
        return new ActionState(
                intended,
                Optional.of(resolved),
                since,
                startPossible,
                executionId,
                status,
                stopBecause,
                stopAt,
                stopTaken,
                outcome,
                ended);
    }

    ActionState started(String id) {
        return new ActionState(
                intended,
                versions,
                since,
                true,
                Optional.of(id),
                status,
                stopBecause,
                stopAt,
                stopTaken,
                outcome,
                ended);
    }

    ActionState observed(String seen) {
        return new ActionState(
                intended,
                versions,
                since,
                startPossible,
                executionId,
                seen,
                stopBecause,
                stopAt,
                stopTaken,
                outcome,
                ended);
    }

    ActionState stopping(ActionOutcome because, Instant at) {
        return new ActionState(
                intended,
                versions,
                since,
                startPossible,
                executionId,
                status,
                Optional.of(because),
                stopAt.or(() -> Optional.of(at)),
                false,
                outcome,
                ended);
    }

    ActionState stopped(Instant at) {
        return new ActionState(
                intended,
                versions,
                since,
                startPossible,
                executionId,
                status,
                stopBecause,
                Optional.of(at),
                true,
                outcome,
                ended);
    }

    ActionState ended(ActionOutcome how, Instant at) {
        return new ActionState(
                intended,
                versions,
                since,
                startPossible,
                executionId,
                status,
                stopBecause,
                stopAt,
                stopTaken,
                Optional.of(how),
                Optional.of(at));
    }

    /** Whether its secrets have to be resolved before it can be started. */
    public boolean needsSecrets() {
        return intended.secretsFirst() && versions.isEmpty();
    }

    public boolean isEnded() {
        return outcome.isPresent();
    }
}
