package io.jenkins.plugins.drs.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.jenkins.plugins.drs.engine.audit.Anchor;
import io.jenkins.plugins.drs.engine.audit.AuditCheck;
import io.jenkins.plugins.drs.engine.audit.AuditChecker;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.report.ResultsJson.WaveFile;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.DrillStory;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static JsonSchema results;
    private static JsonSchema waves;

    @BeforeAll
    static void readSchema() throws IOException {
        JsonNode node = MAPPER.readTree(Files.readString(Path.of("docs/schema/results-1.schema.json")));
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        results = factory.getSchema(node);
        waves = factory.getSchema(
                SchemaLocation.of("urn:waves"),
                ((com.fasterxml.jackson.databind.node.ObjectNode) node.deepCopy())
                        .retain("$schema", "$defs")
                        .put("$ref", "#/$defs/waveFile"));
    }

    @Test
    void shouldBeAValidSchemaItself() {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(results.getSchemaNode())).isEmpty();
    }

    @Test
    void shouldHoldForEveryPrefixOfEveryStory() throws JsonProcessingException {
        for (DrillStory story : Stories.all()) {
            ResultCollector collector = new ResultCollector();
            for (RecordedEvent event : story.events()) {
                collector.accept(event);
                assertValid(collector.result(), event);
            }
        }
    }

    /** Files that earlier versions wrote are never edited. */
    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.1"})
    void shouldHoldForResultsOfEarlierVersions(String version) throws IOException {
        Path file = Path.of("src/test/resources/results/" + version + "-three-tier.json");
        JsonNode kept = MAPPER.readTree(Files.readString(file));

        assertThat(kept.path("schemaVersion").asText()).isEqualTo(version);
        assertThat(results.validate(kept)).isEmpty();
        assertThat(ResultsFile.read(file).run().end().recovered()).isEqualTo(6);
    }

    /** Journals that earlier versions wrote are never edited. */
    @ParameterizedTest
    @ValueSource(strings = {"three-tier", "partial"})
    void shouldHoldForWhatJournalsOfEarlierVersionsComeTo(String name) throws IOException {
        Path journal = Path.of("src/test/resources/journals/v1/" + name + ".jsonl");
        ResultCollector collector = new ResultCollector();
        String hash = EventLog.read(journal, collector::accept).hash();

        assertThat(results.validate(MAPPER.readTree(ResultsJson.results(collector.result(hash)))))
                .isEmpty();
        assertThat(AuditChecker.journal(journal, List.of(Anchor.keptElsewhere("the test", Optional.empty(), hash)))
                        .grade())
                .isEqualTo(AuditCheck.Grade.PROVEN);
    }

    @Test
    void shouldTellWhenSystemsManagerEndedARunbook() throws IOException {
        ResultCollector collector = new ResultCollector();
        EventLog.read(Path.of("src/test/resources/journals/v1/partial.jsonl"), collector::accept);
        JsonNode action =
                MAPPER.readTree(ResultsJson.results(collector.result())).at("/waveResults/0/preWaveActions/0");

        assertThat(Instant.parse(action.path("endedInAws").asText()))
                .isBefore(Instant.parse(action.path("ended").asText()));
    }

    @Test
    void shouldAskForEvidenceFromThisVersionOn() throws JsonProcessingException {
        var node = (com.fasterxml.jackson.databind.node.ObjectNode)
                MAPPER.readTree(ResultsJson.results(Stories.allGoesWell().result()));
        node.remove("evidence");

        assertThat(results.validate(node)).isNotEmpty();
    }

    @Test
    void shouldHoldTheConfigurationThatWasRun() throws JsonProcessingException {
        JsonNode node =
                MAPPER.readTree(ResultsJson.results(Stories.allGoesWell().result()));

        assertThat(node.at("/configuration/recoveryPlans/0/planName").asText()).isEqualTo("3-Tier-App-Recovery");
    }

    private static void assertValid(DrillResult result, RecordedEvent last) throws JsonProcessingException {
        Set<ValidationMessage> problems = results.validate(MAPPER.readTree(ResultsJson.results(result)));
        assertThat(problems).as("after %s", last).isEmpty();
    }

    @Test
    void shouldHoldForWaveFiles() throws JsonProcessingException {
        for (DrillStory story : Stories.all()) {
            DrillResult result = story.result();
            for (var wave : result.waveResults()) {
                JsonNode file = MAPPER.readTree(ResultsJson.wave(WaveFile.of(result, wave)));
                assertThat(waves.validate(file)).isEmpty();
            }
        }
    }

    @Test
    void shouldRefuseWhatItDoesNotKnow() throws JsonProcessingException {
        var node = (com.fasterxml.jackson.databind.node.ObjectNode)
                MAPPER.readTree(ResultsJson.results(Stories.allGoesWell().result()));

        assertThat(results.validate(node.put("surprise", 1))).isNotEmpty();
    }

    @Test
    void shouldNameJobsInstancesAndOutputs() throws JsonProcessingException {
        JsonNode node =
                MAPPER.readTree(ResultsJson.results(Stories.allGoesWell().result()));

        assertThat(node.at("/duration").asText()).isEqualTo("39m 20s");
        assertThat(node.at("/sourceServers/0/drsJob/jobID").asText()).startsWith("drsjob-");
        assertThat(node.at("/sourceServers/0/recoveryInstance/privateIp").asText())
                .isEqualTo("10.0.1.1");
        assertThat(node.at("/waveResults/0/drsJob/participatingServers").asInt())
                .isEqualTo(2);
        assertThat(node.at("/waveResults/0/drsJob/launchedInstances").asInt()).isEqualTo(2);
        assertThat(node.at("/waveResults/0/preWaveActions/0/status").asText()).isEqualTo("Success");
        assertThat(node.at("/waveResults/0/preWaveActions/0/outputs/StoppedServices/1")
                        .asText())
                .isEqualTo("redis");
    }
}
