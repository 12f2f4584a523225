package io.jenkins.plugins.drs.plugin.run;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a restarted controller must know of an execution besides its journal. Holds no secret.
 *
 * @param created in real time
 * @param stepKey tells the executions of one build apart
 * @param artifacts folder of its artifacts in the build
 * @param deadline when it is cancelled, in the time of the execution
 * @param patient whether it waits while other executions have its servers; requests of earlier versions did not
 * @param resumable whether the build goes on after a restart; where it does not, its drill is only cleaned up
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StoredRequest(
        int version,
        String executionId,
        Instant created,
        BuildRef build,
        String stepKey,
        String artifacts,
        Plan plan,
        Access access,
        Optional<Instant> deadline,
        boolean resumable,
        boolean patient) {
    private static final String FILE = "request.json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(NON_ABSENT, NON_ABSENT))
            .build();

    /** A request that does not say when it was made counts as an old one. */
    StoredRequest {
        created = created == null ? Instant.EPOCH : created;
    }

    /**
     * What runs.
     *
     * @param conflictKeys names of what no two executions may work on at once
     */
    record Plan(String name, Mode mode, Set<String> conflictKeys) {}

    /**
     * What it works with.
     *
     * @param endpoint what answers in place of AWS, but for the built-in simulator
     * @param simulated whether a simulator stands in for AWS
     */
    record Access(AccessChoice credentials, Optional<URI> endpoint, boolean simulated) {
        /** Names of source servers as no two executions may have them at once; those of two simulators are others. */
        Set<String> serverKeys(Collection<String> sourceServerIds) {
            String world = credentials.source() == AccessChoice.Source.SIMULATOR
                    ? "built-in simulator"
                    : endpoint.map(URI::toString).orElse("AWS");
            return sourceServerIds.stream()
                    .map(id -> "server " + id + " in " + world)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** When it is cancelled as it stands: as with other limits, time in which no engine ran does not count. */
    Optional<Instant> limit(ExecutionState state) {
        Instant from = state.startedAt();
        return deadline.map(end -> state.deadline(from, Duration.between(from, end)));
    }

    DrillRecord record() {
        return new DrillRecord(executionId, plan.name(), plan.mode(), stepKey);
    }

    /** The same of another build, such as after its job was renamed. */
    StoredRequest of(BuildRef other) {
        return new StoredRequest(
                version, executionId, created, other, stepKey, artifacts, plan, access, deadline, resumable, patient);
    }

    /** The same of another step. */
    StoredRequest withStepKey(String otherKey) {
        return new StoredRequest(
                version, executionId, created, build, otherKey, artifacts, plan, access, deadline, resumable, patient);
    }

    /** The same, which claims more. */
    StoredRequest claiming(Set<String> keys) {
        Set<String> all = new TreeSet<>(plan.conflictKeys());
        all.addAll(keys);
        Plan claimed = new Plan(plan.name(), plan.mode(), all);
        return new StoredRequest(
                version,
                executionId,
                created,
                build,
                stepKey,
                artifacts,
                claimed,
                access,
                deadline,
                resumable,
                patient);
    }

    static StoredRequest read(Path folder) throws IOException {
        return JSON.readValue(folder.resolve(FILE).toFile(), StoredRequest.class);
    }

    /** Writes it as a whole or not at all. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path beside = folder.resolve(FILE + ".tmp");
        JSON.writerWithDefaultPrettyPrinter().writeValue(beside.toFile(), this);
        Files.move(beside, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }
}
