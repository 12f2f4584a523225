package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.IdentityGateway.CallerIdentity;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.List;
import java.util.Optional;

/** Asks, for an execution that is resumed, where the calls of a target lead now. */
public final class IdentifyAgain implements Effect {
    private final Target target;

    public IdentifyAgain(Target target) {
        this.target = target;
    }

    @Override
    public String key() {
        return IdentifyTarget.keyFor(target);
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(target, "sts:GetCallerIdentity"));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        CallerIdentity caller = aws.identity(target).whoAmI();
        return List.of(new TargetIdentified(target, caller.accountId(), caller.arn(), Optional.of(caller.endpoint())));
    }

    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        return List.of();
    }
}
