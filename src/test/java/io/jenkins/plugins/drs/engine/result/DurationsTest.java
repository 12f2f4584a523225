package io.jenkins.plugins.drs.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "420, 0.4s",
        "4000, 4s",
        "9999, 9.9s",
        "45000, 45s",
        "930000, 15m 30s",
        "900000, 15m",
        "3600000, 1h",
        "3725000, 1h 2m 5s",
        "90000000, 1d 1h"
    })
    void shouldReadWell(long millis, String text) {
        assertThat(Durations.text(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
