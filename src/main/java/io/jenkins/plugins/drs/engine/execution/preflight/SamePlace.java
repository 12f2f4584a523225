package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.plan.Endpoint;
import java.util.Optional;

/** Whether the calls of a target lead where they led before: to the same account and partition of the same AWS. */
public final class SamePlace {
    private SamePlace() {}

    /**
     * How a target differs now from what the journal has; empty when it is the same. Journals of earlier versions do not name the
     * endpoint: of it they tell no more than whether it was a simulator.
     *
     * @param simulated whether the journal's first event says that a simulator stands in for AWS
     */
    public static Optional<String> difference(TargetIdentified before, TargetIdentified now, boolean simulated) {
        boolean same = before.accountId().equals(now.accountId())
                && before.partition().equals(now.partition())
                && isSameEndpoint(before, now, simulated);
        return same
                ? Optional.empty()
                : Optional.of("In " + before.target() + " it began with " + told(before, simulated)
                        + ", but now there is " + told(now, simulated) + ".");
    }

    private static boolean isSameEndpoint(TargetIdentified before, TargetIdentified now, boolean simulated) {
        Optional<Endpoint> met = now.endpoint();
        return before.endpoint()
                .map(began -> met.filter(began::isSame).isPresent())
                .orElseGet(() -> met.filter(endpoint -> endpoint.simulates() == simulated)
                        .isPresent());
    }

    private static String told(TargetIdentified place, boolean simulated) {
        String endpoint = place.endpoint().map(Endpoint::toString).orElse(simulated ? "a simulator" : "no simulator");
        return "account " + place.accountId() + " of partition " + place.partition() + " (" + endpoint + ", "
                + place.arn() + ")";
    }
}
