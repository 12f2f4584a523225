package io.jenkins.plugins.drs.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronShapeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "H 3 * * 6",
                "0 0 1 1 0",
                "H/15 * * * *",
                "H(0-29)/10 9-17 * * 1-5",
                "*/5 8,12,16 * * 7",
                "@daily",
                "H H(0-3) * * *",
                "TZ=Europe/Berlin\nH 3 * * *",
                "# weekly\n\nH 3 * * 6\n@midnight",
                "H\t3 *  * *",
                "0-30/5 * * * *"
            })
    void shouldAcceptJenkinsCron(String schedule) {
        assertThat(CronShape.mistake(schedule)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment",
                "TZ=Europe/Berlin",
                "daily",
                "@often",
                "H 3 * *",
                "H 3 * * 6 2026",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "5-1 * * * *",
                "*/0 * * * *",
                "5/2 * * * *",
                "a * * * *",
                "1, * * * *",
                "H 3 * * SAT",
                "TZ=Nowhere/Land\nH 3 * * *",
                "H 3 * * *\nTZ=UTC",
                "H(0-99) * * * *",
                "every saturday at three o'clock",
                "99999999999 * * * *"
            })
    void shouldReportWhatIsNoCron(String schedule) {
        assertThat(CronShape.mistake(schedule)).isPresent();
    }
}
