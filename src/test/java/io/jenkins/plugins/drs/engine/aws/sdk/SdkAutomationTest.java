package io.jenkins.plugins.drs.engine.aws.sdk;

import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.error;
import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookParameter;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdkAutomationTest {
    private static final String START = "StartAutomationExecution";

    private final Wire wire = new Wire();
    private final AutomationGateway automation = wire.access.automation(Wire.OWN);

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void shouldSendTokenTagsVersionAndParameters() {
        wire.server.answer(START, json("{\"AutomationExecutionId\":\"7e757db4-3d6e-4b0a-9c5f-0123456789ab\"}"));

        var id = automation.start(
                "Stop", Optional.of("3"), Map.of("Services", List.of("a", "b")), "tok-1", Map.of("Drill", "e-7"));

        assertThat(id).isEqualTo("7e757db4-3d6e-4b0a-9c5f-0123456789ab");
        assertThat(wire.server.only(START).body())
                .contains("\"DocumentName\":\"Stop\"", "\"DocumentVersion\":\"3\"", "\"ClientToken\":\"tok-1\"")
                .contains("\"Parameters\":{\"Services\":[\"a\",\"b\"]}")
                .contains("\"Tags\":[{\"Key\":\"Drill\",\"Value\":\"e-7\"}]");
    }

    @Test
    void shouldLeaveOutAnEmptyMapOfParameters() {
        wire.server.answer(START, json("{\"AutomationExecutionId\":\"7e757db4-3d6e-4b0a-9c5f-0123456789ab\"}"));

        automation.start("Stop", Optional.empty(), Map.of(), "tok-1", Map.of());

        assertThat(wire.server.only(START).body()).doesNotContain("Parameters", "DocumentVersion");
    }

    @Test
    void shouldNotShowParameterValuesThatSsmQuotes() {
        wire.server.answer(
                START,
                error(
                        400,
                        "InvalidAutomationExecutionParametersException",
                        "Parameter Password with value [hunter2-long] and [hunter2] does not match, try abc",
                        Map.of()));
        var parameters = Map.of("Password", List.of("hunter2", "hunter2-long"), "Short", List.of("abc"));

        var failure = Wire.failureOf(() -> automation.start("Stop", Optional.empty(), parameters, "t", Map.of()));

        assertThat(failure.kind()).isEqualTo(FailureKind.INVALID);
        assertThat(failure.details().message())
                .isEqualTo("Parameter Password with value [***] and [***] does not match, try abc");
        assertThat(TestText.everythingOf(failure)).doesNotContain("hunter2");
    }

    /** The words of a page are cut, and lose their tags and entities: only after the secret went. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><title>Blocked</title><body>Rejected: Zq7&amp;Rv&quot;2mK&amp;Xw9&quot;tLp4 is bad</body></html>",
                "<html><body>a word, a word, a word, a word, a word, a word, a word, a word, a word, a word, a word, a wo"
                        + "Zq7&Rv\"2mK&Xw9\"tLp4 is bad</body></html>",
                "<html><title>Zq7&Rv\"2mK&Xw9\"tLp4</title></html>"
            })
    void shouldNotShowParameterValuesThatAPageOfAProxyRepeats(String page) {
        wire.server.answer(START, Answers.unsigned(403, page));
        var parameters = Map.of("Password", List.of("Zq7&Rv\"2mK&Xw9\"tLp4"));

        var failure = Wire.failureOf(() -> automation.start("Stop", Optional.empty(), parameters, "t", Map.of()));

        assertThat(failure.details().message()).contains("a proxy or gateway: status 403");
        assertThat(TestText.everythingOf(failure)).doesNotContain("Zq7", "2mK", "tLp4");
    }

    @Test
    void shouldReadAnExecution() {
        wire.server.answer(
                "GetAutomationExecution",
                json(
                        "{\"AutomationExecution\":{\"AutomationExecutionId\":\"7e757db4-3d6e-4b0a-9c5f-0123456789ab\",\"AutomationExecutionStatus\":\"Failed\","
                                + "\"FailureMessage\":\"step 2 failed\",\"Outputs\":{\"stop.Out\":[\"x\"]},"
                                + "\"CurrentStepName\":\"stop\",\"ExecutionStartTime\":1772359200.0}}"));

        assertThat(automation.execution("7e757db4-3d6e-4b0a-9c5f-0123456789ab"))
                .isEqualTo(new AutomationGateway.AutomationExecution(
                        "7e757db4-3d6e-4b0a-9c5f-0123456789ab",
                        Optional.empty(),
                        "Failed",
                        Optional.of("step 2 failed"),
                        Map.of("stop.Out", List.of("x")),
                        Optional.of("stop"),
                        Optional.of(Instant.ofEpochSecond(1772359200)),
                        Optional.empty()));
    }

    @Test
    void shouldLeaveAnEndedExecutionAsItIs() {
        wire.server.answer("StopAutomationExecution", error(400, "InvalidAutomationStatusUpdateException"));

        automation.cancel("7e757db4-3d6e-4b0a-9c5f-0123456789ab");

        assertThat(wire.server.only("StopAutomationExecution").body()).contains("\"Type\":\"Cancel\"");
    }

    @Test
    void shouldTellThatAnExecutionToCancelIsUnknown() {
        wire.server.answer("StopAutomationExecution", error(400, "AutomationExecutionNotFoundException"));

        assertThat(Wire.failureOf(() -> automation.cancel("7e757db4-3d6e-4b0a-9c5f-0123456789ab"))
                        .kind())
                .isEqualTo(FailureKind.NOT_FOUND);
    }

    @Test
    void shouldDescribeParametersAndWhichMayBeLeftOut() {
        wire.server.answer(
                "DescribeDocument",
                json(
                        "{\"Document\":{\"Name\":\"Stop\",\"DocumentType\":\"Automation\",\"Status\":\"Active\",\"Parameters\":"
                                + "[{\"Name\":\"A\",\"Type\":\"StringList\"},"
                                + "{\"Name\":\"B\",\"Type\":\"String\",\"DefaultValue\":\"\"}]}}"));

        var runbook = automation.describe("Stop", Optional.empty());

        assertThat(runbook.type()).isEqualTo("Automation");
        assertThat(runbook.parameters())
                .containsExactly(
                        new RunbookParameter("A", "StringList", false), new RunbookParameter("B", "String", true));
    }

    @Test
    void shouldAskForFiftyAgentsAtATimeAndKeepThoseOnline() {
        wire.server.answer(
                "DescribeInstanceInformation",
                json("{\"InstanceInformationList\":[{\"InstanceId\":\"i-1\",\"PingStatus\":\"Online\"},"
                        + "{\"InstanceId\":\"i-2\",\"PingStatus\":\"ConnectionLost\"}],\"NextToken\":\"\"}"),
                json("{\"InstanceInformationList\":[]}"));
        var ids = IntStream.range(0, 51).mapToObj(i -> "i-" + i).toList();

        assertThat(automation.onlineInstances(ids)).containsExactly("i-1");
        assertThat(wire.server.requests("DescribeInstanceInformation")).hasSize(2);
        assertThat(automation.onlineInstances(List.of())).isEmpty();
        assertThat(wire.calls).hasSize(2);
    }

    @Test
    void shouldListTheOwnAutomationDocumentsOfAllPages() {
        wire.server.answer(
                "ListDocuments",
                json(
                        "{\"DocumentIdentifiers\":[{\"Name\":\"DR-Stop\",\"Owner\":\"123456789012\",\"DocumentType\":\"Automation\"}],\"NextToken\":\"more\"}"),
                json(
                        "{\"DocumentIdentifiers\":[{\"Name\":\"DR-Start\",\"Owner\":\"123456789012\",\"DocumentType\":\"Automation\"}]}"));

        assertThat(automation.ownDocuments()).containsExactly("DR-Stop", "DR-Start");
        assertThat(wire.server.requests("ListDocuments")).hasSize(2);
        assertThat(wire.server.requests("ListDocuments").get(0).toString()).contains("DocumentType", "Owner", "Self");
    }
}
