package io.jenkins.plugins.drs.engine.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentWriterTest {
    private static final Path FOLDER = Path.of("src/test/resources/documents");

    private final DrConfiguration everything = DocumentReader.read(FOLDER.resolve("everything.yaml"))
            .configuration()
            .orElseThrow();

    @ParameterizedTest
    @EnumSource
    void shouldReadBackWhatItWrote(DocumentFormat format) {
        byte[] written = DocumentWriter.write(everything, format);

        ReadResult result = DocumentReader.read(written, "written." + format);

        assertThat(result.errors()).isEmpty();
        assertThat(result.configuration()).contains(everything);
        assertThat(DocumentWriter.write(result.configuration().orElseThrow(), format))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteTheRecordedBytes(DocumentFormat format) throws IOException {
        Path recorded = FOLDER.resolve("everything-written." + (format == DocumentFormat.JSON ? "json" : "yaml"));

        assertThat(DocumentWriter.text(everything, format)).isEqualTo(Files.readString(recorded));
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteAnEmptyConfigurationThatCanBeRead(DocumentFormat format) {
        byte[] written = DocumentWriter.write(DrConfiguration.EMPTY, format);

        assertThat(DocumentReader.read(written, "empty").configuration()).contains(DrConfiguration.EMPTY);
    }

    @Test
    void shouldExtractOnlyWhatAPlanNeeds() {
        DrConfiguration extract = PlanDocument.extract(everything, "SECOND");

        assertThat(extract.recoveryPlans()).hasSize(1);
        assertThat(extract.protectionGroups())
                .extracting(ProtectionGroup::groupName)
                .containsExactly("By-Tags");
        assertThat(extract.targetAccounts()).isEmpty();
        assertThat(PlanDocument.extract(everything, "First").targetAccounts()).hasSize(2);
        assertThat(DocumentReader.read(DocumentWriter.write(extract, DocumentFormat.JSON), "extract")
                        .configuration())
                .contains(extract);
    }

    @Test
    void shouldTellAMissingPlan() {
        assertThatThrownBy(() -> PlanDocument.extract(everything, "Third"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("Expected a plan 'Third'");
    }

    @Test
    void shouldGiveTheSameCanonicalBytesHoweverThePlanIsSpelt() {
        DrConfiguration json = DocumentReader.read(DocumentWriter.write(everything, DocumentFormat.JSON), "a.json")
                .configuration()
                .orElseThrow();
        byte[] canonical = PlanDocument.canonicalJson(everything, "First");

        assertThat(PlanDocument.canonicalJson(json, "first")).isEqualTo(canonical);
        assertThat(PlanDocument.canonicalJson(everything, "Second")).isNotEqualTo(canonical);
        assertThat(new String(canonical, StandardCharsets.UTF_8))
                .startsWith("{\"exportMetadata\":{\"version\":\"2.1.0\"},\"protectionGroups\":[{")
                .doesNotContain("\n");
    }
}
