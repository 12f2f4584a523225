package io.jenkins.plugins.drs.engine.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.sdk.DrsAnswers.WireTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {
    @ParameterizedTest
    @CsvSource({
        "PT5M, PT5M",
        "PT0.5S, PT0.5S",
        "P1D, PT24H",
        "P1DT2H, PT26H",
        "P2W, PT336H",
        "P1M, PT720H",
        "P1Y2M3DT4H5M6S, PT10276H5M6S"
    })
    void shouldReadDurations(String text, Duration expected) {
        assertThat(WireTime.duration(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "five minutes", "5", "P1DT"})
    void shouldTakeAnUnreadableLagForAVeryLongOne(String text) {
        assertThat(WireTime.duration(text)).isEqualTo(WireTime.UNREADABLE);
    }

    @Test
    void shouldTakeNoTimeFromWhatIsNone() {
        assertThat(WireTime.instant(null)).isEmpty();
        assertThat(WireTime.instant("soon")).isEmpty();
    }
}
