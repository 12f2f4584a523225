package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Which execution this is, of what, and who started it.
 *
 * @param configurationHash SHA-256 of the plan's canonical document, in hexadecimal
 */
public record RunInfo(
        String executionId,
        String planName,
        Mode mode,
        @JsonUnwrapped Starter starter,
        String configurationHash,
        Options options) {

    /** What an execution is for. */
    public enum Mode {
        DRILL("Drill"),
        RECOVERY("Recovery"),
        CHECK("Check"),
        CLEANUP("Cleanup");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        /** The mode for people. */
        public String word() {
            return word;
        }

        /** Whether servers are launched. */
        public boolean launches() {
            return this == DRILL || this == RECOVERY;
        }
    }

    /**
     * Who started the execution, and with what.
     *
     * @param simulated whether the simulator stood in for AWS, now or after a resume
     * @param host where the engine ran when it started
     */
    public record Starter(boolean simulated, String startedBy, String host, String toolVersion) {}

    /** How the execution was asked to run. */
    public record Options(boolean keepInstances, boolean waveByWave, boolean anyReplicationState) {}
}
