package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.util.List;
import java.util.Optional;

/** Sees to it that one AWS, or one that stands in for it, answers in all targets of an execution. */
public final class SameEndpoint {
    private static final String STEP = "endpoints";

    private SameEndpoint() {}

    /** What is to be said when the targets that were identified are not answered by the same; empty otherwise, or when it was said. */
    public static Optional<StepDone> differing(ExecutionState state) {
        List<TargetIdentified> known = state.identities().stream()
                .filter(identity -> identity.endpoint().isPresent())
                .toList();
        return known.stream()
                .filter(identity -> !isSame(known.get(0), identity))
                .findFirst()
                .filter(other -> !isSaid(state))
                .map(other -> new StepDone(STEP, List.of(failed(known.get(0), other)), List.of()));
    }

    /** Whether it was said. */
    public static boolean isSaid(ExecutionState state) {
        return state.isStepDone(STEP);
    }

    private static boolean isSame(TargetIdentified one, TargetIdentified other) {
        Endpoint first = one.endpoint().orElseThrow();
        Endpoint second = other.endpoint().orElseThrow();
        return first.kind() == second.kind() && first.simulatorId().equals(second.simulatorId());
    }

    private static Check failed(TargetIdentified one, TargetIdentified other) {
        return Check.failed(
                "Endpoint",
                other.target().toString(),
                "Calls for " + one.target() + " are answered by "
                        + one.endpoint().orElseThrow() + ", and those for " + other.target() + " by "
                        + other.endpoint().orElseThrow() + ".",
                "Send the calls of all Regions and accounts to AWS, or all of them to the same simulator.");
    }
}
