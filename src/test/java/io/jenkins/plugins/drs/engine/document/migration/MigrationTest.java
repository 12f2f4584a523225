package io.jenkins.plugins.drs.engine.document.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest {
    private static final Path FOLDER = Path.of("src/test/resources/documents/migration");
    private static final MigrationOptions OPTIONS =
            new MigrationOptions(Optional.of("DrillRole"), Map.of("c1", "Orders-Web", "pg-99", "Claims-Reports"));

    private static MigrationResult migrate(String content, MigrationOptions options) {
        return Migration.read(content.getBytes(StandardCharsets.UTF_8), "source.json", options);
    }

    private static MigrationResult migrate(Path file, MigrationOptions options) throws IOException {
        return Migration.read(Files.readAllBytes(file), file.getFileName().toString(), options);
    }

    private static String text(MigrationResult result) {
        DrConfiguration configuration = result.document().configuration().orElseThrow();
        return DocumentWriter.text(configuration, DocumentFormat.YAML);
    }

    private static String told(MigrationResult result) {
        return result.problems().stream().map(problem -> problem + "\n").collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "version-1.0, VERSION_1_0",
        "version-1.0-data-model, VERSION_1_0",
        "version-1.0-items, VERSION_1_0",
        "plan-automation, PLAN_AUTOMATION",
        "plan-automation-scan, PLAN_AUTOMATION",
        "plan-automation-lines, PLAN_AUTOMATION",
        "lambda-1.1, LAMBDA_ORCHESTRATOR"
    })
    void shouldMakeTheRecordedDocumentAndTellWhatIsNotTheSame(String name, SourceFormat format) throws IOException {
        MigrationResult result = migrate(FOLDER.resolve(name + ".json"), OPTIONS);

        assertThat(result.format()).isEqualTo(format);
        assertThat(text(result)).isEqualTo(recorded(name + ".expected.yaml"));
        assertThat(told(result)).isEqualTo(recorded(name + ".notes.txt"));
        assertThat(result.problems()).noneMatch(LocatedProblem::isError);
    }

    private static String recorded(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }

    @Test
    void shouldLeaveADocumentOfTheCurrentVersionAsItIs() throws IOException {
        MigrationResult result = migrate(Path.of("src/test/resources/documents/everything-written.yaml"), OPTIONS);

        assertThat(result.format()).isEqualTo(SourceFormat.CURRENT);
        assertThat(result.notes()).isEmpty();
        assertThat(text(result))
                .isEqualTo(Files.readString(Path.of("src/test/resources/documents/everything-written.yaml")));
    }

    @Test
    void shouldMigrateItsOwnResultToItself() throws IOException {
        MigrationResult once = migrate(FOLDER.resolve("lambda-1.1.json"), OPTIONS);

        MigrationResult twice = migrate(text(once), OPTIONS);

        assertThat(twice.format()).isEqualTo(SourceFormat.CURRENT);
        assertThat(twice.problems()).isEmpty();
        assertThat(text(twice)).isEqualTo(text(once));
    }

    @Test
    void shouldTakeGroupsToBeInTheAccountOfTheCallerWithoutARole() throws IOException {
        MigrationResult result = migrate(FOLDER.resolve("plan-automation.json"), MigrationOptions.NONE);

        DrConfiguration configuration = result.document().configuration().orElseThrow();
        assertThat(configuration.targetAccounts()).isEmpty();
        assertThat(configuration.protectionGroups())
                .allMatch(group -> group.target().accountId().isEmpty());
        assertThat(told(result)).contains("/AccountId: changed: Account '012345678912' has no role to assume");
    }

    @Test
    void shouldNotGuessAGroupThatTheDocumentDoesNotName() throws IOException {
        MigrationResult result = migrate(FOLDER.resolve("lambda-1.1.json"), MigrationOptions.NONE);

        assertThat(told(result))
                .contains("/recoveryPlans/0/waves/2/protectionGroupIds: lost: The document does not say which group has"
                        + " the id 'c1'")
                .contains("There is no protection group 'c1'");
        assertThat(result.problems()).anyMatch(LocatedProblem::isError);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'exportMetadata': {'version': '2.2.0'}, 'recoveryPlans': []} | which is newer than this product",
                "{'exportMetadata': {'version': '3.0'}, 'recoveryPlans': []} | which is newer than this product",
                "{'exportMetadata': {'version': '2.0.0'}, 'recoveryPlans': []} | Expected version 2.1.0, but got 2.0.0",
                "{'schemaVersion': '1.2', 'protectionGroups': []} | Expected an export of schema version 1.0 or 1.1, but got '1.2'",
                "{'schemaVersion': '2.0', 'recoveryPlans': []} | but got '2.0'",
                "{'WaveName': 'W'} | The document has no protectionGroups",
                "[] | Expected an object",
                "'' | The document is empty",
                "{'a': | This is not"
            })
    void shouldRefuseWhatItDoesNotKnow(String document, String expected) {
        MigrationResult result = migrate(document.replace('\'', '"'), OPTIONS);

        assertThat(result.document().configuration()).isEmpty();
        assertThat(told(result)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'AppName': 5, 'Plans': 'x'}",
                "{'AppName': {'a': 'b'}, 'Plans': [1, null, {'Waves': [[], {'PreWaveActions': {'a': 1}}]}]}",
                "{'Items': [1, [], null, {'AppName': {'S': 'A'}, 'Plans': {'L': 'x'}}]}",
                "{'schemaVersion': 1.1, 'protectionGroups': {'a': 1}, 'recoveryPlans': [{'waves': [{'waveNumber': -1}]}]}",
                "{'schemaVersion': '1.1', 'protectionGroups': [{'servers': [5], 'launchConfig': [], 'serverSelectionTags': 7}]}",
                "{'ProtectionGroups': 'x', 'RecoveryPlans': [{'Waves': [{'PreWaveActions': [[1]]}]}]}",
                "{'exportMetadata': {'version': '1.0.0'}, 'protectionGroups': [null, 'x', {'servers': 'y'}]}",
                "[{'GroupName': 'A'}, {'PlanName': [], 'Waves': []}]"
            })
    void shouldEndInProblemsAndNeverInAnException(String document) {
        MigrationResult result = migrate(document.replace('\'', '"'), OPTIONS);

        assertThat(result.problems()).isNotEmpty();
    }

    @Test
    void shouldNotShowSecretsInNotes() {
        MigrationResult result = migrate(
                "{\"AppName\": \"A\", \"ApiToken\": \"0123456789abcdef\", \"Plans\": []}", MigrationOptions.NONE);

        assertThat(told(result)).contains("/ApiToken: lost").doesNotContain("0123456789abcdef");
    }

    @Test
    void shouldGiveTheSameResultEachTime() throws IOException {
        for (String name : List.of("lambda-1.1.json", "plan-automation-scan.json")) {
            assertThat(text(migrate(FOLDER.resolve(name), OPTIONS)))
                    .isEqualTo(text(migrate(FOLDER.resolve(name), OPTIONS)));
        }
    }
}
