package io.jenkins.plugins.drs.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagOverlapsTest {
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{App: a, Tier: db}, region: us-east-1 | {App: a}, region: us-east-1 | 1",
                "{App: a}, region: us-east-1 | {Tier: db, App: a}, region: us-east-1 | 1",
                "{App: a}, region: us-east-1 | {App: a}, region: us-east-1 | 1",
                "{App: a}, region: us-east-1 | {App: a}, region: us-west-2 | 0",
                "{App: a}, region: us-east-1 | {Tier: db}, region: us-east-1 | 0",
                "{App: a}, region: us-east-1 | {App: b}, region: us-east-1 | 0"
            })
    void shouldWarnWhereTheTagsOfOneGroupIncludeThoseOfAnother(String one, String other, int warnings) {
        DrConfiguration configuration = Configurations.of("""
                protectionGroups:
                  - {groupName: One, serverSelectionTags: %s}
                  - {groupName: Other, serverSelectionTags: %s}
                recoveryPlans:
                  - planName: P
                    waves: [{waveName: A, protectionGroupName: One}, {waveName: B, protectionGroupName: Other}]
                """.formatted(one, other));

        assertThat(ConfigurationValidation.of(configuration)).hasSize(warnings).noneMatch(Problem::isError);
    }
}
