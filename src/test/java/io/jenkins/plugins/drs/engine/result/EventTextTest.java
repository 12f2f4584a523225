package io.jenkins.plugins.drs.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
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
                .anyMatch(line -> line.contains("app-02") && line.contains("FAILED in launch"))
                .anyMatch(line -> line.startsWith("  !!! LEFT BEHIND: recovery instance"));
    }

    @Test
    void shouldNameWhatCouldNotBeCheckedInWordsOfItsReader() {
        DrillStory story = new DrillStory(Stories.threeTiers())
                .starts()
                .preflightPasses()
                .checked("spared/own/us-east-1", Check.passed("Leftovers", "one", "Its instances were left to it"));
        story.then(new ServerFailed(story.id("db-01"), FailureStage.UNSEEN, "No access."))
                .then(new LeftBehind(RemnantKind.UNSEEN, "own/us-east-1", DrillStory.TARGET, false, "No access."));

        assertThat(String.join("\n", lines(story)))
                .contains("Preflight, instances of running drills in us-east-1: 1 passed")
                .contains("Server db-01 (s-00000000000000001) could not be checked: No access.")
                .contains("LEFT BEHIND: what may run in us-east-1, which could not be checked: No access.")
                .doesNotContain("UNSEEN", "unseen", "own/");
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
