package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.IdentityGateway.CallerIdentity;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks who the calls in a target are made as and what answers them, and whether that is what the plan and the host expect. */
public final class IdentifyTarget extends PreflightStep {
    private static final String CHECK = "Credentials";
    private static final String ENDPOINT = "Endpoint";

    private final boolean simulated;

    /** @param simulated whether the host runs the execution by a simulator's clock */
    IdentifyTarget(Target target, boolean simulated) {
        super(keyFor(target), "sts:GetCallerIdentity", CHECK, "AWS account and Region", target);
        this.simulated = simulated;
    }

    /** One that is tried as long as every step of preflight. */
    public static Effect of(ExecutionState state, Target target, Timing timing) {
        return new IdentifyTarget(target, state.started().origin().simulated())
                .since(state.deadline(state.startedAt(), Duration.ZERO), timing);
    }

    /** Names the step for {@link ExecutionState#isStepDone}. */
    public static String keyFor(Target target) {
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
        if (caller.endpoint().simulates() != simulated) {
            return done(List.of(otherClock(caller.endpoint())));
        }
        List<Check> checks = new ArrayList<>();
        checks.add(Check.passed(CHECK, target().toString(), "Calls are made as " + caller.arn() + "."));
        if (caller.endpoint().kind() == Endpoint.Kind.OTHER) {
            checks.add(notAws(caller.endpoint()));
        }
        return List.of(
                new TargetIdentified(target(), caller.accountId(), caller.arn(), Optional.of(caller.endpoint())),
                new StepDone(key(), checks, List.of()));
    }

    private Check otherClock(Endpoint met) {
        return simulated
                ? Check.failed(
                        ENDPOINT,
                        target().toString(),
                        "Expected the simulator whose clock the execution runs by, but calls are answered by " + met
                                + ".",
                        "Send every service to the simulator, or none.")
                : Check.failed(
                        ENDPOINT,
                        target().toString(),
                        "Calls are answered by " + met + ", but the execution does not run by its clock.",
                        "Name the address at which the simulator itself listens; whatever stands in between must let "
                                + "/_simulator/time pass.");
    }

    private Check notAws(Endpoint met) {
        return Check.warning(
                ENDPOINT,
                target().toString(),
                "Calls are answered by " + met + ". What comes of it proves nothing about AWS.",
                "To drill in AWS, take away the endpoint: --endpoint-url, AWS_ENDPOINT_URL and its like, or endpoint_url of the "
                        + "profile.");
    }
}
