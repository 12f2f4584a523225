package io.jenkins.plugins.drs.simulator.ssm;

import java.math.BigDecimal;
import java.time.Instant;

/** Instants as AWS JSON 1.1 writes them: a number of seconds since 1970, with milliseconds. */
final class EpochTime {

    private EpochTime() {}

    static BigDecimal of(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }
}
