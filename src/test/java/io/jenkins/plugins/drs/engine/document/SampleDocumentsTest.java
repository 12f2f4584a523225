package io.jenkins.plugins.drs.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class SampleDocumentsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {"samples/three-tier/plan.yaml", "samples/large/plan.yaml", "samples/gitops/plans/recovery.yaml"})
    void shouldReadEverySampleWithoutAWord(String sample) {
        assertThat(Documents.printed(DocumentReader.read(Path.of(sample)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"samples/three-tier/plan.yaml", "samples/large/plan.yaml", "samples/gitops/plans/recovery.yaml"})
    void shouldFindEverySampleValidBySchema(String sample) throws IOException {
        Object written = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of(sample)));
        assertThat(schema().validate(MAPPER.valueToTree(written))).isEmpty();

        DrConfiguration configuration =
                DocumentReader.read(Path.of(sample)).configuration().orElseThrow();
        JsonNode exported = MAPPER.readTree(DocumentWriter.write(configuration, DocumentFormat.JSON));
        assertThat(schema().validate(exported)).as("the sample, written again").isEmpty();
    }

    @Test
    void shouldReadTheExamplesOfTheFormatsDescription() throws IOException {
        String page = Files.readString(Path.of("docs/plan-format.md"));
        String first = page.substring(page.indexOf("```yaml\n") + 8);

        ReadResult result = Documents.yaml(first.substring(0, first.indexOf("```")));

        assertThat(Documents.printed(result)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'protectionGroups': [{'region': 'us-east-1', 'serverSelectionTags': {'a': 'b'}}]}",
                "{'protectionGroups': [{'groupName': 'G', 'region': 'us-east-1'}]}",
                "{'recoveryPlans': [{'planName': 'P', 'waves': []}]}",
                "{'recoveryPlans': [{'planName': 'P', 'waves': [{'waveName': 'W'}]}]}",
                "{'recoveryPlans': [], 'exportMetadata': {'version': '1.0.0'}}",
                "{'targetAccounts': [{'accountId': '12', 'assumeRoleName': 'R'}]}"
            })
    void shouldRefuseBySchemaWhatTheReaderRefuses(String document) throws IOException {
        String json = document.replace('\'', '"');

        assertThat(schema().validate(MAPPER.readTree(json))).isNotEmpty();
        assertThat(Documents.json(json).configuration()).isEmpty();
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/schema/configuration-2.1.0.schema.json")));
    }
}
