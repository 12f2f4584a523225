package io.jenkins.plugins.drs.plugin.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncJobTest {
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "recovery, recovery, true",
        "recovery, Recovery, false",
        "recovery, other/recovery, false",
        "platform/*, platform/recovery, true",
        "platform/*, platform/a/recovery, false",
        "platform/**, platform/a/recovery, true",
        "**, anything/at/all, true",
        "release-*, release-1.2, true",
        "release-*, release-1/evil, false",
        "release-*, my-release-1, false",
        "a.c, abc, false",
        "*-*, a-b, true",
        "'a\\E.*', ab, false",
        "'', '', false",
    })
    void shouldTakeNamesAsTheyStandButForStars(String pattern, String name, boolean matches) {
        assertThat(SyncJob.matches(pattern, name)).isEqualTo(matches);
    }
}
