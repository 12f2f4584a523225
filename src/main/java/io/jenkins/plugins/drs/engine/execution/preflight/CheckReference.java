package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.plan.DynamicReference.Kind;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.List;

/** Resolves a reference once, only to see that it can be; the value is dropped at once. */
final class CheckReference extends PreflightStep {
    private static final String CHECK = "Secret";

    private final DynamicReference reference;

    CheckReference(Target target, DynamicReference reference) {
        super(keyFor(target, reference), operation(reference), CHECK, reference.toString(), target);
        this.reference = reference;
    }

    private static String operation(DynamicReference reference) {
        return reference.kind() == Kind.SECRETS_MANAGER ? "secretsmanager:GetSecretValue" : "ssm:GetParameter";
    }

    static String keyFor(Target target, DynamicReference reference) {
        return "reference/" + target.key() + "/" + reference;
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        aws.secrets(target()).resolve(reference);
        return done(List.of(Check.passed(CHECK, reference.toString(), "It can be read in " + target() + ".")));
    }
}
