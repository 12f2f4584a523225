package io.jenkins.plugins.drs.simulator.environment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A Systems Manager document and how its automations behave.
 *
 * @param type {@code Automation} when absent
 * @param durationSeconds simulated; 30 when absent
 * @param result how an automation ends; {@code Success} when absent
 * @param outputs of a successful automation
 * @param approvedAfterSeconds with {@code WaitForApproval}, when somebody approves; never when absent
 */
public record DocumentSpec(
        String name,
        String type,
        String version,
        List<ParameterDeclaration> parameters,
        Integer durationSeconds,
        Result result,
        Map<String, List<String>> outputs,
        String failureMessage,
        Integer approvedAfterSeconds) {

    /** How an automation of the document ends. */
    public enum Result {
        @JsonProperty("Success")
        SUCCESS,
        @JsonProperty("Failed")
        FAILED,
        @JsonProperty("TimedOut")
        TIMED_OUT,
        @JsonProperty("WaitForApproval")
        WAIT_FOR_APPROVAL,
        @JsonProperty("Hang")
        HANG
    }

    /**
     * A parameter that the document takes.
     *
     * @param type such as {@code String} or {@code StringList}
     * @param defaultValue null makes the parameter mandatory
     */
    public record ParameterDeclaration(String name, String type, String defaultValue, String description) {

        @JsonCreator
        public ParameterDeclaration(
                @JsonProperty("name") String name,
                @JsonProperty("type") String type,
                @JsonProperty("default") String defaultValue,
                @JsonProperty("description") String description) {
            this.name = name;
            this.type = Absent.or(type, "String");
            this.defaultValue = defaultValue;
            this.description = description;
        }
    }

    public DocumentSpec {
        if (name == null) {
            throw new IllegalArgumentException("Expected a document to have a name, but it has none");
        }
        type = Absent.or(type, "Automation");
        version = Absent.or(version, "1");
        parameters = parameters == null ? List.of() : List.copyOf(parameters);
        durationSeconds = Absent.or(durationSeconds, 30);
        result = Absent.or(result, Result.SUCCESS);
        outputs = outputs == null ? Map.of() : Map.copyOf(outputs);
        failureMessage =
                failureMessage == null ? "Step fails when it is Execute/Cancelling action: " + name : failureMessage;
    }
}
