package io.jenkins.plugins.drs.simulator.environment;

/**
 * A recovery instance that is there from the beginning.
 *
 * @param isDrill false makes it the product of a real recovery, which a new launch would destroy
 * @param ageSeconds how long before the world's start it was launched; a day when absent
 */
public record ExistingInstanceSpec(boolean isDrill, Long ageSeconds) {

    public ExistingInstanceSpec {
        ageSeconds = Absent.or(ageSeconds, 86_400L);
    }
}
