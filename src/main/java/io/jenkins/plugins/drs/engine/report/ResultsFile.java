package io.jenkins.plugins.drs.engine.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads what a history needs from a {@code results.json} of any version 1.x, for when its journal is gone. */
public final class ResultsFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ResultsFile() {}

    /**
     * The execution that a file tells of. It does not count as traceable: the journal is what proves it.
     *
     * @throws IOException when the file cannot be read or is no such file; its message says so
     */
    public static DrillSummary read(Path file) throws IOException {
        try {
            JsonNode node = MAPPER.readTree(Files.readAllBytes(file));
            String version = node.path("schemaVersion").asText();
            if (!version.startsWith("1.")) {
                throw new IOException(
                        file + " is no results.json of a version 1.x: its schemaVersion is '" + version + "'.");
            }
            return summary(node);
        } catch (JsonProcessingException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new IOException(file + " cannot be read as results: " + e.getMessage(), e);
        }
    }

    private static DrillSummary summary(JsonNode node) {
        String mode = node.path("mode").asText();
        List<DrillSummary.ServerFigure> servers = all(node.path("sourceServers")).stream()
                .map(ResultsFile::server)
                .toList();
        DrillSummary.Run run = new DrillSummary.Run(
                node.path("executionId").asText(),
                node.path("planName").asText(),
                mode.equals("DRILL") || mode.equals("RECOVERY"),
                node.path("simulated").asBoolean(),
                DrillSummary.Run.answeredBy(node.path("endpoint").path("kind").asText()),
                node.has("started") ? Instant.parse(node.path("started").asText()) : Instant.EPOCH,
                node.path("configurationHash").asText(),
                end(node, servers));
        return new DrillSummary(
                run,
                servers,
                all(node.path("waveResults")).stream().map(ResultsFile::wave).toList(),
                seconds(node.path("criticalPath").path("oursSeconds")),
                false);
    }

    private static DrillSummary.End end(JsonNode node, List<DrillSummary.ServerFigure> servers) {
        return new DrillSummary.End(
                ExecutionStatus.valueOf(node.path("status").asText()),
                servers.size(),
                (int) servers.stream()
                        .filter(server -> server.status() == ServerResult.Status.VALIDATED)
                        .count(),
                seconds(node.path("durationSeconds")).orElse(Duration.ZERO),
                objective(node.path("rto")),
                objective(node.path("rpo")),
                node.path("cleanup").path("leftBehind").size());
    }

    private static DrillSummary.ServerFigure server(JsonNode node) {
        String id = node.path("sourceServerID").asText();
        String hostname = node.path("hostname").asText();
        ServerResult.Status status =
                ServerResult.Status.valueOf(node.path("status").asText());
        return new DrillSummary.ServerFigure(
                id,
                hostname.isBlank() ? id : hostname,
                status,
                status == ServerResult.Status.VALIDATED ? seconds(node.path("durationSeconds")) : Optional.empty(),
                seconds(node.path("rpo").path("reachedSeconds")));
    }

    private static DrillSummary.WaveFigure wave(JsonNode node) {
        boolean completed = node.path("status").asText().equals("COMPLETED");
        return new DrillSummary.WaveFigure(
                node.path("waveName").asText(), completed ? seconds(node.path("durationSeconds")) : Optional.empty());
    }

    private static Objective objective(JsonNode node) {
        return new Objective(
                seconds(node.path("objectiveSeconds")),
                seconds(node.path("reachedSeconds")),
                node.has("met") ? Optional.of(node.path("met").asBoolean()) : Optional.empty());
    }

    private static Optional<Duration> seconds(JsonNode node) {
        return node.isNumber()
                ? Optional.of(Duration.ofMillis(
                        node.decimalValue().multiply(BigDecimal.valueOf(1_000)).longValue()))
                : Optional.empty();
    }

    private static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
