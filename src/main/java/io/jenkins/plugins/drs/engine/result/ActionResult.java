package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What befell one automation action.
 *
 * @param automationExecutionId empty until SSM accepted it
 * @param timing from the request to its end
 * @param outputs in the words of SSM
 */
public record ActionResult(
        String name,
        @JsonUnwrapped Runbook runbook,
        Optional<String> automationExecutionId,
        @JsonUnwrapped Progress progress,
        @JsonUnwrapped Timing timing,
        Map<String, List<String>> outputs,
        Evidence evidence) {
    public ActionResult {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** Whether it went wrong; one that was to be started and never ran did so too. */
    public boolean failed() {
        boolean refused =
                progress.outcome() == ActionOutcome.NOT_RUN && timing.started().isPresent();
        return progress.outcome().failed() || refused;
    }

    /** What to do about it when it went wrong, as a sentence. */
    public String remedy() {
        return progress.outcome().remedy();
    }

    /**
     * What it runs.
     *
     * @param parameters as the plan writes them: references to secrets are not resolved
     * @param target where it runs; empty until it was started
     */
    public record Runbook(
            String documentName,
            Optional<String> documentVersion,
            Map<String, List<String>> parameters,
            Optional<Target> target) {
        public Runbook {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    /**
     * How it stands.
     *
     * @param status in the words of SSM; empty when it never ran
     * @param currentStep the runbook's step that was seen last
     * @param message why it failed
     * @param endedInAws when it ended, by SSM ({@code ExecutionEndTime} of GetAutomationExecution); empty while it runs, and
     *     where SSM did not say
     */
    public record Progress(
            ActionOutcome outcome,
            Optional<String> status,
            Optional<String> currentStep,
            Optional<String> message,
            Optional<Instant> endedInAws) {}
}
