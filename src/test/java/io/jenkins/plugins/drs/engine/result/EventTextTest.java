package io.jenkins.plugins.drs.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventTextTest {
    @Test
    void shouldTellADrillFromItsStartToItsEnd() {
        List<String> lines = lines(Stories.allGoesWell());

        assertThat(lines.get(0)).startsWith("Drill of '3-Tier-App-Recovery'").contains("RTO 1h, RPO 15m");
        assertThat(lines)
                .contains("Wave 1/3 Database: launching")
                .contains("Wave 1/3 Database: COMPLETED after 12m 12s, 2 servers validated")
                .contains("  Database, pre-wave 'Stop Services': SUCCEEDED after 50s");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("Drill COMPLETED after 39m 20s");
    }

    @Test
    void shouldNameServersThatFail() {
        assertThat(lines(Stories.partialFailure()))
                .anyMatch(line -> line.contains("app-02") && line.contains("FAILED in LAUNCH"))
                .anyMatch(line -> line.startsWith("  !!! LEFT BEHIND: recovery instance"));
    }

    @Test
    void shouldNotFloodTheLogWithAThousandServers() {
        assertThat(lines(Stories.large(1_000))).hasSizeLessThan(130);
    }

    @Test
    void shouldKeepHostileTextOnOneLineWithoutControlCharacters() {
        assertThat(lines(Stories.hostile())).allSatisfy(line -> {
            assertThat(line.chars()).noneMatch(Character::isISOControl);
            assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(400);
        });
    }

    private static List<String> lines(DrillStory story) {
        EventText text = new EventText();
        return story.events().stream().map(text::line).flatMap(Optional::stream).toList();
    }
}
