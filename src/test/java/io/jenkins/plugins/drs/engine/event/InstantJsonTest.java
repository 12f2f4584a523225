package io.jenkins.plugins.drs.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05T03:00:00Z",
                "2026-01-05T03:00:00.5Z",
                "2026-01-05T03:00:00.Z",
                "2024-02-29T23:59:59.999999999Z",
                "1969-12-31T23:59:59.001Z",
                "2026-01-05T24:00:00Z", // the next day, as Java has it
                "2026-01-05T03:00:00+01:00",
                "+12026-01-05T03:00:00Z",
                "-0001-01-05T03:00:00.25Z"
            })
    void shouldReadWhatJavaReads(String text) {
        assertThat(InstantJson.parse(text)).isEqualTo(Instant.parse(text));
    }

    @Test
    void shouldReadWhateverJavaWrites() {
        Random random = new Random(1);
        for (int round = 0; round < 5_000; round++) {
            Instant time =
                    Instant.ofEpochSecond(random.nextLong() / 40_000_000, random.nextInt(3) * random.nextInt(1 << 29));

            assertThat(InstantJson.parse(time.toString())).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05T03:00:00Z",
                "2026-01-05T03:00:00.500Z",
                "2024-02-29T23:59:59.999999999Z",
                "2026-01-05T03:00:00.000001Z",
                "2026-01-05T03:00:00.000000001Z",
                "1969-12-31T23:59:59.001Z",
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59.999999999Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z"
            })
    void shouldWriteWhatJavaWrites(String text) {
        assertThat(InstantJson.text(Instant.parse(text))).isEqualTo(text);
    }

    @Test
    void shouldWriteEveryTimeAsJavaDoes() {
        Random random = new Random(1);
        int[] units = {1, 1_000, 1_000_000, 1_000_000_000};
        for (int round = 0; round < 20_000; round++) {
            int unit = units[random.nextInt(units.length)];
            Instant time = Instant.ofEpochSecond(
                    random.nextLong() / 20_000_000, random.nextInt(1_000_000_000) / unit * (long) unit);

            assertThat(InstantJson.text(time)).isEqualTo(time.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-01-05",
                "2026-01-05T03:00:00",
                "2026-02-30T03:00:00Z",
                "2026-13-05T03:00:00Z",
                "2026-01-05T03:61:00Z",
                "2026-01-05T03:00:00.1234567890Z",
                "2026-01-05T03:00:00,5Z",
                "2026-01-05T03:00:00.5xZ"
            })
    void shouldRefuseWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> InstantJson.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
