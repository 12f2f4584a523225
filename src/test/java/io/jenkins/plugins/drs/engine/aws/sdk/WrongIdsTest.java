package io.jenkins.plugins.drs.engine.aws.sdk;

import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SDK makes text of any JSON value: what is no id must never be watched, told or ended as one. */
class WrongIdsTest {
    private static final String SERVER = "s-00000000000000001";

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "5",
                "true",
                "{\"x\":\"y\"}",
                "[\"drsjob-00000000000000001\"]",
                "\" \"",
                "\"drsjob-1\"",
                "\"drsjob-0000000000000001\\u0007\"",
                "\"i-00000001\"",
                "null"
            })
    void shouldNotKnowWhichJobAnAcceptedLaunchMade(String id) {
        wire.server.answer(
                "StartRecovery",
                json("{\"job\":{\"jobID\":" + id + ",\"type\":\"LAUNCH\",\"status\":\"PENDING\","
                        + "\"creationDateTime\":\"2026-03-01T10:00:00Z\","
                        + "\"participatingServers\":[{\"sourceServerID\":\"" + SERVER + "\"}]}}"));

        var failure = Wire.failureOf(() -> wire.access.drs(Wire.OWN).startRecovery(List.of(SERVER), true, Map.of()));

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"5", "{\"x\":\"y\"}", "\"exec-1\"", "\"7e757db4-3d6e-4b0a-9c5f-0123456789a\""})
    void shouldNotKnowWhichAutomationAnAcceptedStartMade(String id) {
        wire.server.answer("StartAutomationExecution", json("{\"AutomationExecutionId\":" + id + "}"));

        var failure = Wire.failureOf(
                () -> wire.access.automation(Wire.OWN).start("Stop", Optional.empty(), Map.of(), "tok-1", Map.of()));

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\"recoveryInstanceID\":7",
                "\"recoveryInstanceID\":\"i-00000001\",\"ec2InstanceID\":7",
                "\"recoveryInstanceID\":\"i-00000001\",\"jobID\":7",
                "\"recoveryInstanceID\":\"i-00000001\",\"sourceServerID\":7"
            })
    void shouldReadNoListWithAWrongId(String ids) {
        wire.server.answer("DescribeRecoveryInstances", json("{\"items\":[{" + ids + "}]}"));

        var failure = Wire.failureOf(() -> wire.access.drs(Wire.OWN).recoveryInstances(List.of()));

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE);
    }

    @Test
    void shouldNotTakeANumberForAnAccount() {
        wire.server.answer("GetCallerIdentity", Answers.callerIdentity("42"));

        var failure = Wire.failureOf(() -> wire.access.identity(Wire.OWN).whoAmI());

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE);
    }
}
