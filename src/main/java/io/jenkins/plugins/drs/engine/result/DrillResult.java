package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import java.util.List;
import java.util.Optional;

/**
 * Everything known of an execution, be it over or still running.
 *
 * @param schemaVersion version of this format
 * @param sourceServers in plan order
 * @param waveResults in plan order; empty when the plan has no waves to run
 */
public record DrillResult(
        String schemaVersion,
        @JsonUnwrapped RunInfo run,
        @JsonUnwrapped Verdict verdict,
        Preflight preflight,
        List<ServerResult> sourceServers,
        List<WaveResult> waveResults,
        CleanupResult cleanup,
        CriticalPath criticalPath,
        @JsonUnwrapped AuditSummary audit) {
    /** The version that this product writes. */
    public static final String SCHEMA_VERSION = "1.4";

    public DrillResult {
        sourceServers = List.copyOf(sourceServers);
        waveResults = List.copyOf(waveResults);
    }

    /** How the execution stands. */
    public ExecutionStatus status() {
        return verdict.status();
    }

    /** The wave of that name, if the plan has it. */
    public Optional<WaveResult> wave(String waveName) {
        return waveResults.stream()
                .filter(wave -> wave.waveName().equals(waveName))
                .findFirst();
    }

    /** Servers of a wave, in plan order; empty when preflight has found none yet. */
    public List<ServerResult> serversOf(String waveName) {
        return sourceServers.stream()
                .filter(server -> server.identity().wave().equals(waveName))
                .toList();
    }
}
