package io.jenkins.plugins.drs.simulator.ssm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomationTest {
    private final SsmCalls ssm = SsmCalls.with("\"documents\": ["
            + "{\"name\": \"Good\", \"durationSeconds\": 20, \"outputs\": {\"run.Count\": [\"3\"]}},"
            + "{\"name\": \"Bad\", \"result\": \"Failed\", \"failureMessage\": \"disk full\"},"
            + "{\"name\": \"Late\", \"result\": \"TimedOut\"},"
            + "{\"name\": \"Approved\", \"result\": \"WaitForApproval\", \"approvedAfterSeconds\": 60},"
            + "{\"name\": \"Ignored\", \"result\": \"WaitForApproval\"},"
            + "{\"name\": \"Hang\", \"result\": \"Hang\"}]");

    @Test
    void shouldWalkThroughItsStatesToItsOutputs() {
        String id = ssm.start("Good");

        assertThat(ssm.status(id)).isEqualTo("Pending");
        assertThat(ssm.after(1).status(id)).isEqualTo("InProgress");
        assertThat(ssm.execution(id).get("CurrentStepName").asText()).isEqualTo("runScript");
        JsonNode ended = ssm.after(20).execution(id);
        assertThat(ended.get("AutomationExecutionStatus").asText()).isEqualTo("Success");
        assertThat(ended.at("/Outputs/run.Count/0").asText()).isEqualTo("3");
        assertThat(ended.get("ExecutionEndTime").asLong()
                        - ended.get("ExecutionStartTime").asLong())
                .isEqualTo(21);
    }

    @ParameterizedTest(name = "{0} ends {1}")
    @CsvSource({"Bad, Failed, disk full", "Late, TimedOut, Late"})
    void shouldEndBadlyAndSayWhy(String document, String status, String reason) {
        String id = ssm.start(document);

        JsonNode ended = ssm.after(60).execution(id);

        assertThat(ended.get("AutomationExecutionStatus").asText()).isEqualTo(status);
        assertThat(ended.get("FailureMessage").asText()).contains(reason);
        assertThat(ended.at("/StepExecutions/0/StepStatus").asText()).isEqualTo(status);
        assertThat(ended.get("Outputs")).isEmpty();
    }

    @Test
    void shouldWaitUntilSomebodyApproves() {
        String id = ssm.start("Approved");

        assertThat(ssm.after(5).status(id)).isEqualTo("Waiting");
        assertThat(ssm.after(60).status(id)).isEqualTo("InProgress");
        assertThat(ssm.after(30).status(id)).isEqualTo("Success");
        assertThat(ssm.execution(id).findValuesAsText("StepName")).isEqualTo(List.of("approve", "runScript"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Ignored, Waiting", "Hang, InProgress"})
    void shouldStayAsItIsUntilItIsStopped(String document, String status) {
        String id = ssm.start(document);

        assertThat(ssm.after(86_400).status(id)).isEqualTo(status);
        stop(id);
        assertThat(ssm.status(id)).isEqualTo("Cancelling");
        assertThat(ssm.after(3).status(id)).isEqualTo("Cancelled");
        assertThat(ssm.execution(id).has("FailureMessage")).isFalse();
    }

    @Test
    void shouldHangOnDemand() {
        ssm.aws().simulator().faults().add(Fault.of(FaultKind.HANG_AUTOMATION).document("Good"));

        String id = ssm.start("Good");

        assertThat(ssm.after(3600).status(id)).isEqualTo("InProgress");
    }

    @Test
    void shouldRefuseToStopWhatHasEnded() {
        String id = ssm.start("Good");
        ssm.after(60);

        assertThat(ssm.refusal("StopAutomationExecution", "{\"AutomationExecutionId\": \"" + id + "\"}"))
                .contains("InvalidAutomationStatusUpdateException");
        assertThat(ssm.status(id)).isEqualTo("Success");
    }

    @Test
    void shouldBeginNoOtherStepWhenItIsAskedToComplete() {
        String id = ssm.start("Approved");
        ssm.after(5);
        ssm.call("StopAutomationExecution", "{\"AutomationExecutionId\": \"" + id + "\", \"Type\": \"Complete\"}");

        JsonNode ended = ssm.after(60).execution(id);

        assertThat(ended.get("AutomationExecutionStatus").asText()).isEqualTo("Success");
        assertThat(ended.findValuesAsText("StepStatus")).containsExactly("Success", "Pending");
    }

    private void stop(String id) {
        ssm.call("StopAutomationExecution", "{\"AutomationExecutionId\": \"" + id + "\", \"Type\": \"Cancel\"}");
    }
}
