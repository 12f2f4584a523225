package io.jenkins.plugins.drs.simulator.fault;

import java.time.Duration;

/**
 * When a fault strikes. What is null does not limit it.
 *
 * @param times how often it strikes before it is used up
 * @param skip how many occasions it lets pass first
 * @param probability of striking at an occasion, 0 to 1; drawn from the environment's seed
 * @param fromSeconds simulated seconds after the world's start
 * @param untilSeconds simulated seconds after the world's start, exclusive
 */
public record FaultWindow(Integer times, Integer skip, Double probability, Long fromSeconds, Long untilSeconds) {

    /** Always. */
    public static final FaultWindow ALWAYS = new FaultWindow(null, null, null, null, null);

    boolean isOpen(Duration sinceStart) {
        return (fromSeconds == null || sinceStart.getSeconds() >= fromSeconds)
                && (untilSeconds == null || sinceStart.getSeconds() < untilSeconds);
    }
}
