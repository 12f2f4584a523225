package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import java.time.Duration;
import java.util.Optional;

/**
 * What befell one source server.
 *
 * @param recoveryInstance empty until its job names one
 */
public record ServerResult(
        @JsonUnwrapped Identity identity,
        Status status,
        Replication replication,
        @JsonUnwrapped Launch launch,
        Optional<InstanceResult> recoveryInstance,
        @JsonUnwrapped RecoveryPoint recoveryPoint,
        @JsonUnwrapped Proof proof) {
    /** Age of its data at the launch; empty until the point in time is known. */
    public Optional<Objective> rpo() {
        return recoveryPoint.rpo();
    }

    /** Why it is not recovered; empty unless it failed or was not reached. */
    public Optional<Failure> failure() {
        return proof.failure();
    }

    /**
     * How old its data was; both are empty until the point in time is known.
     *
     * @param rpo the age against the plan's objective
     * @param dataAge what the age is made of
     */
    public record RecoveryPoint(Optional<Objective> rpo, Optional<DataAge> dataAge) {}

    /**
     * Why it stands as it does.
     *
     * @param failure empty unless it failed or was not reached
     */
    public record Proof(Optional<Failure> failure, Evidence evidence) {}

    /** How a server stands. The last three are ends. */
    public enum Status {
        /** It takes part; nothing was done with it yet. */
        SELECTED,
        /** A job was asked for, or runs. */
        LAUNCHING,
        /** Its instance exists and is not validated yet. */
        LAUNCHED,
        VALIDATED,
        FAILED,
        NOT_REACHED;

        public boolean ended() {
            return compareTo(VALIDATED) >= 0;
        }
    }

    /**
     * Which server it is.
     *
     * @param hostname may be empty
     */
    public record Identity(
            @JsonProperty("sourceServerID") String sourceServerId,
            String hostname,
            String wave,
            String protectionGroup,
            Target target) {
        /** Host name, or the id where there is none. */
        public String label() {
            return hostname.isBlank() ? sourceServerId : hostname;
        }
    }

    /**
     * Its replication at preflight.
     *
     * @param state in the words of DRS
     * @param lag empty when it did not lag
     */
    public record Replication(
            String state, @JsonProperty("lagSeconds") Optional<Duration> lag) {}

    /**
     * Why it is not recovered.
     *
     * @param stage what it failed in
     * @param logEvent event of the job's log that tells of the failure, in the words of DRS
     * @param rawError what AWS said in that event
     */
    public record Failure(FailureStage stage, String reason, Optional<String> logEvent, Optional<String> rawError) {
        /** What to do about it, as a sentence. */
        public String remedy() {
            return stage.remedy();
        }
    }
}
