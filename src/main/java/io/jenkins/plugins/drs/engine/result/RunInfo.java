package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.plan.Endpoint.Kind;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.util.Optional;

/**
 * Which execution this is, of what, and who started it.
 *
 * @param configuration the plan as it was run
 */
public record RunInfo(
        String executionId,
        String planName,
        Mode mode,
        @JsonUnwrapped Starter starter,
        @JsonUnwrapped Configuration configuration,
        Options options) {
    /** SHA-256 of the plan's canonical document, in hexadecimal. */
    public String configurationHash() {
        return configuration.configurationHash();
    }

    /**
     * The plan as it was run.
     *
     * @param configurationHash SHA-256 of {@code document}, in hexadecimal
     * @param document canonical document of the plan with the groups and accounts that it uses, as JSON; empty when the
     *     configuration did not hold the plan
     */
    public record Configuration(
            String configurationHash, @JsonIgnore Optional<String> document) {
        /** The document as part of the results; null when there is none. */
        @JsonProperty("configuration")
        @JsonRawValue
        String json() {
            return document.orElse(null);
        }
    }

    /**
     * Who started the execution, and with what.
     *
     * @param simulated whether the simulator stood in for AWS, now or after a resume
     * @param endpoint what answered calls; empty before that was found out, and of journals of earlier versions
     * @param host where the engine ran when it started
     */
    public record Starter(
            boolean simulated, Optional<Endpoint> endpoint, String startedBy, String host, String toolVersion) {

        /** Whether something else than AWS and the simulator answered. */
        public boolean notAws() {
            return !simulated && endpoint.filter(it -> it.kind() == Kind.OTHER).isPresent();
        }

        /** Kind of the endpoint; empty as it is. */
        public Optional<String> answeredBy() {
            return endpoint.map(it -> it.kind().name());
        }

        /** What stands before the headline of an execution that proves nothing about AWS; empty of one in AWS. */
        public String mark() {
            return simulated ? "[SIMULATED] " : notAws() ? "[NOT AWS] " : "";
        }
    }

    /** How the execution was asked to run. */
    public record Options(boolean keepInstances, boolean waveByWave, boolean anyReplicationState) {}
}
