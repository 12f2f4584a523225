package io.jenkins.plugins.drs.simulator.ssm;

import io.jenkins.plugins.drs.simulator.environment.DocumentSpec;
import io.jenkins.plugins.drs.simulator.environment.DocumentSpec.Result;
import io.jenkins.plugins.drs.simulator.state.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An automation execution, as far as it has come. */
final class Automation {
    private final String id;
    private final AutomationOrder order;
    private final Instant created;
    private final List<AutomationStep> steps;
    private AutomationStatus status = AutomationStatus.PENDING;
    private Instant ended;

    Automation(Ids ids, AutomationOrder order, Instant created) {
        this.id = ids.uuid("automation");
        this.order = order;
        this.created = created;
        AutomationStep run = new AutomationStep(ids.uuid("step"), "runScript", "aws:executeScript");
        this.steps = order.document().result() == Result.WAIT_FOR_APPROVAL
                ? List.of(new AutomationStep(ids.uuid("step"), "approve", "aws:approve"), run)
                : List.of(run);
    }

    /** Goes on with the first step that has not begun; an approval begins by waiting. */
    void beginNextStep(Instant time) {
        AutomationStep next = steps.stream()
                .filter(step -> step.started() == null)
                .findFirst()
                .orElseThrow();
        status = next.action().equals("aws:approve") ? AutomationStatus.WAITING : AutomationStatus.IN_PROGRESS;
        next.begin(status, time);
    }

    /** The step that is running, if any, has done its work. */
    void endStep(AutomationStatus result, Instant time) {
        running().ifPresent(step -> step.end(result, time));
    }

    void cancelling() {
        status = AutomationStatus.CANCELLING;
    }

    /** Ends, and with it the step that is running. */
    void end(AutomationStatus result, Instant time) {
        endStep(result, time);
        status = result;
        ended = time;
    }

    Optional<AutomationStep> running() {
        return steps.stream().filter(AutomationStep::isRunning).findFirst();
    }

    /** Why it did not succeed; empty while it has not ended or when it did. */
    Optional<String> failureMessage() {
        return Stream.of(AutomationStatus.FAILED, AutomationStatus.TIMED_OUT).anyMatch(status::equals)
                ? Optional.of(order.filled(order.document().failureMessage()))
                : Optional.empty();
    }

    long count(AutomationStatus wanted) {
        return steps.stream().filter(step -> step.status() == wanted).count();
    }

    String id() {
        return id;
    }

    AutomationOrder order() {
        return order;
    }

    Instant created() {
        return created;
    }

    List<AutomationStep> steps() {
        return steps;
    }

    AutomationStatus status() {
        return status;
    }

    /** Null until it ends. */
    Instant ended() {
        return ended;
    }

    /** How far an automation or one of its steps is; the part of AWS's words that is simulated. */
    enum AutomationStatus {
        PENDING("Pending"),
        IN_PROGRESS("InProgress"),
        /** For somebody's approval. */
        WAITING("Waiting"),
        SUCCESS("Success"),
        TIMED_OUT("TimedOut"),
        CANCELLING("Cancelling"),
        CANCELLED("Cancelled"),
        FAILED("Failed");

        private final String word;

        AutomationStatus(String word) {
            this.word = word;
        }

        /** As AWS writes it. */
        String word() {
            return word;
        }

        boolean isEnd() {
            return this == SUCCESS || this == TIMED_OUT || this == CANCELLED || this == FAILED;
        }
    }

    /** A step of an automation. */
    static final class AutomationStep {
        private final String id;
        private final String name;
        private final String action;
        private AutomationStatus status = AutomationStatus.PENDING;
        private Instant started;
        private Instant ended;

        AutomationStep(String id, String name, String action) {
            this.id = id;
            this.name = name;
            this.action = action;
        }

        void begin(AutomationStatus first, Instant time) {
            status = first;
            started = time;
        }

        void end(AutomationStatus last, Instant time) {
            status = last;
            ended = time;
        }

        String id() {
            return id;
        }

        String name() {
            return name;
        }

        /** Such as {@code aws:approve}. */
        String action() {
            return action;
        }

        AutomationStatus status() {
            return status;
        }

        boolean isRunning() {
            return started != null && ended == null;
        }

        /** Null until it begins. */
        Instant started() {
            return started;
        }

        /** Null until it ends. */
        Instant ended() {
            return ended;
        }
    }

    /**
     * What somebody asked to be run.
     *
     * @param parameters with the document's defaults
     * @param mode {@code Auto} or {@code Interactive}
     * @param executedBy ARN of the caller
     */
    record AutomationOrder(
            DocumentSpec document, Map<String, List<String>> parameters, String mode, String executedBy) {
        /** The outputs of a successful automation. */
        Map<String, List<String>> outputs() {
            Map<String, List<String>> outputs = new TreeMap<>();
            document.outputs()
                    .forEach((name, values) ->
                            outputs.put(name, values.stream().map(this::filled).toList()));
            return outputs;
        }

        /** The text with the values of parameters in place of {@code {{ Name }}}. */
        String filled(String text) {
            String filled = text;
            for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
                filled = filled.replace("{{ " + parameter.getKey() + " }}", String.join(",", parameter.getValue()));
            }
            return filled;
        }
    }
}
