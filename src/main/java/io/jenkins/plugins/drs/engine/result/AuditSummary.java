package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who intervened, what was asked of AWS, and where the proof is.
 *
 * @param interventions what people did, and restarts of the engine, in order
 * @param resumed how often the engine was started again
 * @param calls by service and operation
 * @param callFailures failed effects, by operation and error code
 * @param trail every call, in the order of the journal; not part of {@code results.json}, but of {@code calls.csv}
 */
public record AuditSummary(
        List<Intervention> interventions,
        int resumed,
        List<Calls> calls,
        List<CallFailure> callFailures,
        JournalInfo journal,
        @JsonIgnore List<Call> trail) {
    public AuditSummary {
        interventions = List.copyOf(interventions);
        calls = List.copyOf(calls);
        callFailures = List.copyOf(callFailures);
        trail = List.copyOf(trail);
    }

    /** Something that somebody did to the execution while it ran. */
    public record Intervention(
            Kind kind, Instant at, String by, Optional<String> wave, Optional<String> reason, long event) {
        /** What was done. */
        public enum Kind {
            WAVE_RELEASED,
            WAVES_CLOSED,
            PAUSE_APPROVED,
            PAUSE_REJECTED,
            CANCEL_REQUESTED,
            STOP_REQUESTED,
            RESUMED
        }
    }

    /**
     * One HTTP call.
     *
     * @param event number of the event in the journal that tells of it
     * @param cause number of the event that it was made because of; empty in journals of earlier versions
     * @param effect what it was made for, in the engine's words
     * @param at when it began
     * @param outcome {@code ok} or the error code
     * @param requestId of AWS; empty when there was no answer
     */
    public record Call(
            long event,
            Optional<Long> cause,
            String effect,
            Subject subject,
            Instant at,
            long millis,
            String outcome,
            Optional<String> requestId) {
        public boolean failed() {
            return !outcome.equals("ok");
        }
    }

    /** What was called, and where. */
    public record Subject(String service, String operation, Target target) {}

    /**
     * Calls of one operation.
     *
     * @param failed calls whose outcome was not {@code ok}, throttled ones included
     * @param totalMillis how long they took together
     */
    public record Calls(String service, String operation, long count, long failed, long throttled, long totalMillis) {}

    /**
     * Failures of one operation with the same error code.
     *
     * @param kind what the failure means
     * @param message what AWS said last
     * @param times how often it failed
     * @param retried how often another try was planned
     * @param recovered how many effects worked in the end
     */
    public record CallFailure(
            String operation, FailureKind kind, String code, String message, long times, long retried, long recovered) {
        /** How often nothing more was tried. */
        public long givenUp() {
            return times - retried;
        }
    }

    /**
     * The journal that all of this was computed from.
     *
     * @param events how many it holds
     * @param lastHash hash of its last line; empty when it was not given
     */
    public record JournalInfo(long events, Optional<String> lastHash) {}
}
