package io.jenkins.plugins.drs.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanScheduleTest {
    private static final String DOCUMENT = """
            protectionGroups: [{groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}}]
            recoveryPlans:
              - planName: Shop
                checkSchedule: "%s"
                waves: [{waveName: First, protectionGroupName: Web}]
            """;

    @ParameterizedTest(name = "drills {0}, checks {1}, usually {2}: {3}")
    @CsvSource(
            value = {
                "H 3 * * 6 | -         | H H * * * | H H * * *",
                "-         | -         | H H * * * | ''",
                "H 3 * * 6 | H 6 * * * | H H * * * | H 6 * * *",
                "-         | H 6 * * * | H H * * * | H 6 * * *",
                "H 3 * * 6 | never     | H H * * * | ''",
                "H 3 * * 6 | -         | ''        | ''",
                "H 3 * * 6 | H 6 * * * | ''        | H 6 * * *",
            },
            delimiter = '|',
            nullValues = "-")
    void shouldCheckAsThePlanSaysAndElseAsIsUsualForThoseThatAreDrilled(
            String drills, String checks, String usual, String expected) {
        var schedule = new PlanSchedule(Optional.ofNullable(drills), Optional.ofNullable(checks));

        assertThat(schedule.checksOr(usual)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"H 6 * * *", "never", "@daily"})
    void shouldTakeAScheduleOfChecks(String checks) {
        assertThat(Configurations.of(DOCUMENT.formatted(checks))
                        .recoveryPlans()
                        .get(0)
                        .schedule()
                        .checks())
                .contains(checks);
    }

    @Test
    void shouldSayWhereAScheduleOfChecksIsNone() {
        byte[] document = DOCUMENT.formatted("sometimes").getBytes(StandardCharsets.UTF_8);

        List<Problem> problems = DocumentReader.read(document, "plan.yaml").problems().stream()
                .map(found -> found.problem())
                .toList();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.pointer()).isEqualTo("/recoveryPlans/0/checkSchedule");
            assertThat(problem.remedy()).contains("H 6 * * *");
        });
    }
}
