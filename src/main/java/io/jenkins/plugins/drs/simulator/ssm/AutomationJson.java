package io.jenkins.plugins.drs.simulator.ssm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.ssm.Automation.AutomationOrder;
import io.jenkins.plugins.drs.simulator.ssm.Automation.AutomationStatus;
import io.jenkins.plugins.drs.simulator.ssm.Automation.AutomationStep;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.List;
import java.util.Map;

/** Automations as Systems Manager shows them. */
final class AutomationJson {

    private AutomationJson() {}

    static ObjectNode of(Automation automation) {
        AutomationOrder order = automation.order();
        ObjectNode json = Json.object();
        json.put("AutomationExecutionId", automation.id());
        json.put("DocumentName", order.document().name());
        json.put("DocumentVersion", order.document().version());
        json.put("AutomationExecutionStatus", automation.status().word());
        json.put("ExecutionStartTime", EpochTime.of(automation.created()));
        if (automation.ended() != null) {
            json.put("ExecutionEndTime", EpochTime.of(automation.ended()));
        }
        automation.failureMessage().ifPresent(message -> json.put("FailureMessage", message));
        json.set("Parameters", lists(order.parameters()));
        boolean succeeded = automation.status() == AutomationStatus.SUCCESS;
        json.set("Outputs", lists(succeeded ? order.outputs() : Map.of()));
        json.put("Mode", order.mode());
        json.put("ExecutedBy", order.executedBy());
        automation.running().ifPresent(step -> json.put("CurrentStepName", step.name())
                .put("CurrentAction", step.action()));
        putSteps(json, automation);
        return json;
    }

    private static void putSteps(ObjectNode json, Automation automation) {
        ArrayNode steps = json.putArray("StepExecutions");
        automation.steps().forEach(step -> steps.add(step(automation, step)));
        json.put("StepExecutionsTruncated", false);
        json.putArray("Targets");
        json.putObject("ResolvedTargets").put("Truncated", false).putArray("ParameterValues");
        json.putObject("ProgressCounters")
                .put("TotalSteps", automation.steps().size())
                .put("SuccessSteps", automation.count(AutomationStatus.SUCCESS))
                .put("FailedSteps", automation.count(AutomationStatus.FAILED))
                .put("CancelledSteps", automation.count(AutomationStatus.CANCELLED))
                .put("TimedOutSteps", automation.count(AutomationStatus.TIMED_OUT));
    }

    private static ObjectNode step(Automation automation, AutomationStep step) {
        ObjectNode json = Json.object();
        json.put("StepName", step.name());
        json.put("StepExecutionId", step.id());
        json.put("Action", step.action());
        json.put("StepStatus", step.status().word());
        if (step.started() != null) {
            json.put("ExecutionStartTime", EpochTime.of(step.started()));
        }
        if (step.ended() != null) {
            json.put("ExecutionEndTime", EpochTime.of(step.ended()));
            json.put("ResponseCode", step.status() == AutomationStatus.SUCCESS ? "0" : "1");
            putFailure(json, automation, step);
        }
        json.putObject("Inputs");
        json.putObject("Outputs");
        return json;
    }

    private static void putFailure(ObjectNode json, Automation automation, AutomationStep step) {
        if (step.status() == automation.status()) {
            automation.failureMessage().ifPresent(message -> {
                json.put("FailureMessage", message);
                json.putObject("FailureDetails")
                        .put("FailureStage", "Invocation")
                        .put("FailureType", "Action")
                        .putObject("Details");
            });
        }
    }

    private static ObjectNode lists(Map<String, List<String>> values) {
        ObjectNode json = Json.object();
        values.forEach((name, list) -> list.forEach(json.putArray(name)::add));
        return json;
    }
}
