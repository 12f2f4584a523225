package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The chain of steps that the recovery time is made of: each begins where the one before it ends. To be faster, one of
 * them must become shorter.
 *
 * @param complete whether it leads to the last validated server; otherwise it leads as far as the execution came
 * @param preflight how long checks took before the first wave
 * @param aws how long AWS worked: launches, instances that start, runbooks
 * @param person how long a person was waited for
 * @param ours what is left: time between the steps of AWS, lost by noticing late and by preparing the next step
 */
public record CriticalPath(
        boolean complete,
        @JsonProperty("preflightSeconds") Duration preflight,
        @JsonProperty("awsSeconds") Duration aws,
        @JsonProperty("personSeconds") Duration person,
        @JsonProperty("oursSeconds") Duration ours,
        List<Step> steps) {
    /** Nothing has begun. */
    public static final CriticalPath NONE =
            new CriticalPath(false, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, List.of());

    public CriticalPath {
        steps = List.copyOf(steps);
    }

    static CriticalPath of(boolean complete, List<Step> steps) {
        return new CriticalPath(
                complete,
                sum(steps, Owner.PREFLIGHT),
                sum(steps, Owner.AWS),
                sum(steps, Owner.PERSON),
                sum(steps, Owner.OURS),
                steps);
    }

    private static Duration sum(List<Step> steps, Owner owner) {
        return steps.stream()
                .filter(step -> step.kind().owner() == owner)
                .flatMap(step -> step.timing().length().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** How long all of it took. */
    public Duration total() {
        return preflight.plus(aws).plus(person).plus(ours);
    }

    /**
     * One step.
     *
     * @param name what was done, such as a job or a runbook; empty where the kind says it all
     */
    public record Step(
            Kind kind,
            Optional<String> wave,
            Optional<String> name,
            @JsonUnwrapped Timing timing) {}

    /** Whose time a step is. */
    public enum Owner {
        PREFLIGHT,
        AWS,
        PERSON,
        OURS
    }

    /** What a step is. */
    public enum Kind {
        /** Checks before the first wave. */
        PREFLIGHT(Owner.PREFLIGHT),
        /** A person is asked. */
        PAUSE(Owner.PERSON),
        /** A runbook, from its request to its end as SSM tells it; where SSM did not, until it was seen to be over. */
        RUNBOOK(Owner.AWS),
        /** Launch settings are compared and changed, limits are looked at, a free place is waited for. */
        PREPARE(Owner.OURS),
        /** A job, from its request to its end as DRS tells it. */
        LAUNCH(Owner.AWS),
        /** From the end of a job or runbook as AWS tells it until it was seen. */
        NOTICE(Owner.OURS),
        /** Instances start and pass their checks. */
        VALIDATE(Owner.AWS),
        /** From one step to the next, and from wave to wave. */
        HANDOVER(Owner.OURS);

        private final Owner owner;

        Kind(Owner owner) {
            this.owner = owner;
        }

        public Owner owner() {
            return owner;
        }
    }
}
