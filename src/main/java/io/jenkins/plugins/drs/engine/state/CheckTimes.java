package io.jenkins.plugins.drs.engine.state;

import java.time.Duration;

/** How long instances took, from when EC2 launched them until they were seen to be healthy. */
public record CheckTimes(Duration shortest, Duration longest) {
    CheckTimes and(Duration one) {
        return new CheckTimes(one.compareTo(shortest) < 0 ? one : shortest, one.compareTo(longest) > 0 ? one : longest);
    }
}
