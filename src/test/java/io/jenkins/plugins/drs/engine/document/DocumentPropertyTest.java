package io.jenkins.plugins.drs.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class DocumentPropertyTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("docs/schema/configuration-2.1.0.schema.json")));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Provide
    Arbitrary<DrConfiguration> valid() {
        return ArbitraryConfigurations.valid();
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void shouldReadBackWhatItWroteByteForByte(
            @ForAll("valid") DrConfiguration configuration, @ForAll DocumentFormat format) {
        byte[] written = DocumentWriter.write(configuration, format);

        ReadResult read = DocumentReader.read(written, "written." + format);

        assertThat(read.errors()).isEmpty();
        assertThat(read.configuration()).contains(configuration);
        assertThat(DocumentWriter.write(read.configuration().orElseThrow(), format))
                .isEqualTo(written);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void shouldFindByItsSchemaWhatItWroteValid(@ForAll("valid") DrConfiguration configuration) throws IOException {
        JsonNode json = MAPPER.readTree(DocumentWriter.write(configuration, DocumentFormat.JSON));

        assertThat(SCHEMA.validate(json)).isEmpty();
    }

    @Property(tries = 50, shrinking = ShrinkingMode.BOUNDED)
    void shouldMeanTheSameToOtherYamlTools(@ForAll("valid") DrConfiguration configuration) throws IOException {
        String yaml = DocumentWriter.text(configuration, DocumentFormat.YAML);

        Object other = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);

        JsonNode json = MAPPER.readTree(DocumentWriter.write(configuration, DocumentFormat.JSON));
        assertThat((JsonNode) MAPPER.readTree(MAPPER.writeValueAsString(other))).isEqualTo(json);
    }

    @Property(tries = 50, shrinking = ShrinkingMode.BOUNDED)
    void shouldDifferFromOthersOnly(@ForAll("valid") DrConfiguration one, @ForAll("valid") DrConfiguration other) {
        assertThat(ConfigurationDiff.between(one, one).isEmpty()).isTrue();
        if (!ConfigurationDiff.between(one, other).isEmpty()) {
            assertThat(one).isNotEqualTo(other);
            assertThat(ConfigurationDiff.between(other, one).isEmpty()).isFalse();
        }
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return Arbitraries.of(
                        "null",
                        "\"\"",
                        "\"x\"",
                        "\"yes\"",
                        "5",
                        "-1",
                        "2.5",
                        "true",
                        "[]",
                        "[\"a\"]",
                        "[null]",
                        "{}",
                        "{\"a\": 1}",
                        "\"PT1H\"",
                        "\"us-east-1\"",
                        "\"s-1234567890abcdef0\"",
                        "\"10.0.0.1\"",
                        "[5, true]")
                .map(DocumentPropertyTest::json);
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The schema must not mark in an editor what the product takes. It cannot know all that the product refuses. */
    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void shouldRefuseByItsSchemaOnlyWhatTheReaderRefuses(
            @ForAll("valid") DrConfiguration configuration, @ForAll("values") JsonNode value, @ForAll int place)
            throws IOException {
        JsonNode changed =
                Mutation.of(MAPPER.readTree(DocumentWriter.write(configuration, DocumentFormat.JSON)), place, value);

        boolean readable = DocumentReader.read(changed.toString().getBytes(StandardCharsets.UTF_8), "changed.json")
                .configuration()
                .isPresent();

        if (readable) {
            assertThat(SCHEMA.validate(changed)).as(changed.toPrettyString()).isEmpty();
        }
    }
}
