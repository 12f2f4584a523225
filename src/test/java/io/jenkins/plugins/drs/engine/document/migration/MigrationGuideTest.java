package io.jenkins.plugins.drs.engine.document.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide shows documents and what becomes of them. Both are taken at their word. */
class MigrationGuideTest {
    private static final Path GUIDE = Path.of("docs/migration.md");
    private static final Pattern EXAMPLE = Pattern.compile(
            "```json\\n(?<source>.*?)```\\s+becomes(?<options>[^`]*(?:`[^`]+`[^`]*)*?)\\n\\n```yaml\\n(?<result>.*?)```",
            Pattern.DOTALL);

    record Example(String source, String options, String result) {
        MigrationOptions migrationOptions() {
            Map<String, String> groups = new LinkedHashMap<>();
            Matcher group = Pattern.compile("--group (\\S+)=([^`]+)`").matcher(options);
            while (group.find()) {
                groups.put(group.group(1), group.group(2));
            }
            Matcher role = Pattern.compile("--assume-role (\\w+)").matcher(options);
            return new MigrationOptions(role.find() ? Optional.of(role.group(1)) : Optional.empty(), groups);
        }

        @Override
        public String toString() {
            return source.lines().skip(1).findFirst().orElse("").strip();
        }
    }

    static Stream<Example> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(GUIDE))
                .results()
                .map(found -> new Example(found.group(1), found.group(2), found.group(3)));
    }

    private static DrConfiguration read(String document, String name) {
        var read = DocumentReader.read(document.getBytes(StandardCharsets.UTF_8), name);
        assertThat(read.errors()).isEmpty();
        return read.configuration().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldMakeWhatTheGuideShows(Example example) {
        MigrationResult migrated = Migration.read(
                example.source().getBytes(StandardCharsets.UTF_8), "example.json", example.migrationOptions());

        assertThat(migrated.problems()).noneMatch(LocatedProblem::isError);
        DrConfiguration made = migrated.document().configuration().orElseThrow();
        assertThat(ConfigurationDiff.between(read(example.result(), "example.yaml"), made)
                        .changes())
                .isEmpty();
    }

    @Test
    void shouldShowAnExampleOfEachFormatThatCanBeMigrated() throws IOException {
        List<SourceFormat> shown = examples()
                .map(example -> Migration.read(
                                example.source().getBytes(StandardCharsets.UTF_8),
                                "example.json",
                                example.migrationOptions())
                        .format())
                .toList();
        String guide = Files.readString(GUIDE);

        assertThat(shown)
                .containsExactly(
                        SourceFormat.VERSION_1_0, SourceFormat.PLAN_AUTOMATION, SourceFormat.LAMBDA_ORCHESTRATOR);
        assertThat(shown).hasSize(guide.split("```json", -1).length - 1);
    }
}
