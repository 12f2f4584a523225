package io.jenkins.plugins.drs.simulator.environment;

/**
 * How many calls of an operation an account may make in a Region. AWS publishes no such rates for DRS.
 *
 * @param service signing name, such as {@code drs}
 * @param perSecond how many in the long run
 * @param burst how many at once
 * @param retryAfterSeconds what a refused caller is told; null tells nothing
 */
public record RateLimitSpec(
        String service, String operation, Double perSecond, Integer burst, Integer retryAfterSeconds) {
    public RateLimitSpec {
        if (service == null || operation == null || perSecond == null || !(perSecond > 0)) {
            throw new IllegalArgumentException(
                    "Expected a rate limit with service, operation and perSecond above 0, but got " + service + ", "
                            + operation + ", " + perSecond);
        }
        burst = Absent.or(burst, Math.max(1, (int) Math.ceil(perSecond)));
    }
}
