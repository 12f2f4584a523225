package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.IdentityGateway.CallerIdentity;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.List;

/** Asks who the calls in a target are made as, and whether that is the account that the plan names. */
final class IdentifyTarget extends PreflightStep {
    private static final String CHECK = "Credentials";

    IdentifyTarget(Target target) {
        super(keyFor(target), "sts:GetCallerIdentity", CHECK, "AWS account and Region", target);
    }

    static String keyFor(Target target) {
        return "identify/" + target.key();
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        CallerIdentity caller = aws.identity(target()).whoAmI();
        String expected = target().accountId().orElse(caller.accountId());
        if (!expected.equals(caller.accountId())) {
            return done(List.of(Check.failed(
                    CHECK,
                    target().toString(),
                    "Expected account " + expected + ", but the credentials belong to " + caller.accountId() + " ("
                            + caller.arn() + ").",
                    "Name the role to assume in account " + expected + ", or use credentials of that account.")));
        }
        return List.of(
                new TargetIdentified(target(), caller.accountId(), caller.arn()),
                new StepDone(
                        key(),
                        List.of(Check.passed(CHECK, target().toString(), "Calls are made as " + caller.arn() + ".")),
                        List.of()));
    }
}
