package io.jenkins.plugins.drs.plugin.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
    @ParameterizedTest
    @CsvSource({"PT30S, just now", "PT1M, 1 minute ago", "PT119M, 1 hour ago", "PT47H, 1 day ago", "P90D, 90 days ago"})
    void shouldTellAnAgeInItsLargestUnit(Duration age, String text) {
        Instant now = Instant.parse("2026-06-01T00:00:00Z");

        assertThat(Ages.text(now.minus(age), now)).isEqualTo(text);
    }
}
