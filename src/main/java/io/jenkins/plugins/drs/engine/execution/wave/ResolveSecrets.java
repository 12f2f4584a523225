package io.jenkins.plugins.drs.engine.execution.wave;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionSecretsResolved;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves the secrets of an action before it is started, so that the journal knows their versions: a start that is repeated
 * must give the same parameters, or SSM refuses its client token.
 */
final class ResolveSecrets implements Effect {
    private final ActionIntended intended;
    private final Instant deadline;
    private final boolean repeated;

    /**
     * @param deadline when it is no longer tried
     * @param repeated whether the intent is in the journal already
     */
    ResolveSecrets(ActionIntended intended, Instant deadline, boolean repeated) {
        this.intended = intended;
        this.deadline = deadline;
        this.repeated = repeated;
    }

    @Override
    public Collection<String> about() {
        return List.of(intended.action().toString());
    }

    @Override
    public String key() {
        return "action/secrets/" + intended.action();
    }

    @Override
    public List<ExecutionEvent> intent() {
        return repeated ? List.of() : List.of(intended);
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        return List.of(new ActionSecretsResolved(intended.action(), new ActionSecrets(intended, Map.of()).read(aws)));
    }

    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        String reason = failure.explained();
        return List.of(new ActionEnded(intended.action(), ActionOutcome.NOT_RUN, "", reason, Map.of()));
    }

    @Override
    public Optional<Instant> deadline(FailureKind kind) {
        return Optional.of(deadline);
    }
}
