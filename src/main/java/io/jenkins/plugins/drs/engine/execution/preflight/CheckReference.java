package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.plan.DynamicReference.Kind;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.redaction.Redactable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves a reference once, only to see that it can be, and whether its value can be told from other text. */
final class CheckReference extends PreflightStep {
    private static final String CHECK = "Secret";

    private final DynamicReference reference;
    private final Set<String> uses;
    private final PlanWords words;

    /** @param uses where the plan has it, in words */
    CheckReference(Target target, DynamicReference reference, Set<String> uses, PlanWords words) {
        super(keyFor(target, reference), operation(reference), CHECK, reference.toString(), target);
        this.reference = reference;
        this.uses = uses;
        this.words = words;
    }

    private static String operation(DynamicReference reference) {
        return switch (reference.kind()) {
            case SECRETS_MANAGER -> "secretsmanager:GetSecretValue";
            case SSM, SSM_SECURE -> "ssm:GetParameter";
            case JENKINS -> "jenkins:MaskedValue";
        };
    }

    static String keyFor(Target target, DynamicReference reference) {
        return "reference/" + target.key() + "/" + reference;
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        String value = aws.secrets(target()).resolve(reference).value();
        List<Check> checks = new ArrayList<>();
        checks.add(Check.passed(CHECK, reference.toString(), "It can be read in " + target() + "."));
        reasonAgainst(value).ifPresent(reason -> checks.add(shown(reason)));
        return done(checks);
    }

    /** Plain parameters of the Parameter Store are no secrets. */
    private Optional<String> reasonAgainst(String value) {
        if (reference.kind() == Kind.SSM) {
            return Optional.empty();
        }
        return Redactable.reasonAgainst(value)
                .or(() -> words.holds(value.strip()) ? Optional.of("is a word of the plan") : Optional.empty());
    }

    private Check shown(String reason) {
        return Check.warning(
                "Secret in plain sight",
                reference.toString(),
                "Its value " + reason + ", so it cannot be taken out of what a runbook says. It is used in "
                        + String.join(", ", uses) + ".",
                "Use a longer value, or see to it that the runbook does not print it.");
    }
}
