package io.jenkins.plugins.drs.simulator.ssm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.drs.simulator.SimulatedAws;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEntry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomationStartTest {
    private static final String TOKEN = "0a1b2c3d-0000-4000-8000-00000000000f";

    private final SsmCalls ssm = SsmCalls.with("\"documents\": [{\"name\": \"Shell\", \"type\": \"Command\"},"
            + "{\"name\": \"Stop\", \"version\": \"4\", \"parameters\": [{\"name\": \"Server\"},"
            + "{\"name\": \"Force\", \"type\": \"Boolean\", \"default\": \"false\"},"
            + "{\"name\": \"Ids\", \"type\": \"StringList\", \"default\": \"a\"}]}]");

    @Test
    void shouldStartOnceForOneClientToken() {
        String input = start("\"Parameters\": {\"Server\": [\"db\"]}, \"ClientToken\": \"" + TOKEN + "\"");
        String again = input.replace(TOKEN, TOKEN.toUpperCase());

        JsonNode first = ssm.call("StartAutomationExecution", input);

        assertThat(ssm.after(600).call("StartAutomationExecution", input)).isEqualTo(first);
        assertThat(ssm.refusal("StartAutomationExecution", again.replace("db", "web")))
                .contains("IdempotentParameterMismatch");
        assertThat(automations()).extracting(AutomationEntry::document).containsExactly("Stop");
        assertThat(automations().get(0).clientToken()).isEqualTo(TOKEN);
    }

    @Test
    void shouldStartAgainWithoutClientToken() {
        String input = start("\"Parameters\": {\"Server\": [\"db\"]}");

        JsonNode first = ssm.call("StartAutomationExecution", input);

        assertThat(ssm.call("StartAutomationExecution", input)).isNotEqualTo(first);
        assertThat(automations()).hasSize(2);
    }

    @Test
    void shouldRunWithDefaultsOfTheDocument() {
        String input = start("\"Parameters\": {\"Server\": [\"db\"], \"Ids\": [\"x\", \"y\"]}");
        String id = ssm.call("StartAutomationExecution", input)
                .get("AutomationExecutionId")
                .asText();

        JsonNode parameters = ssm.execution(id).get("Parameters");

        assertThat(parameters.toString())
                .isEqualTo("{\"Force\":[\"false\"],\"Ids\":[\"x\",\"y\"],\"Server\":[\"db\"]}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'Parameters': {'Force': ['true']} | InvalidAutomationExecutionParametersException",
                "'Parameters': {'Server': ['a'], 'Sever': ['b']} | InvalidAutomationExecutionParametersException",
                "'Parameters': {'Server': ['a', 'b']} | InvalidAutomationExecutionParametersException",
                "'Parameters': {'Server': ['a'], 'Force': ['yes']} | InvalidAutomationExecutionParametersException",
                "'Parameters': {} | ValidationException",
                "'Parameters': {'Server': 'a'} | SerializationException",
                "'ClientToken': 'mine' | ValidationException",
                "'DocumentVersion': '3' | AutomationDefinitionVersionNotFoundException",
                "'Targets': [{}] | InvalidTarget",
            },
            quoteCharacter = '"')
    void shouldRefuseWhatTheDocumentDoesNotTake(String members, String code) {
        assertThat(ssm.refusal("StartAutomationExecution", start(members.replace('\'', '"'))))
                .contains(code);
        assertThat(automations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Nope", "Shell", "arn:aws:ssm:us-east-1:999999999999:document/Stop"})
    void shouldRefuseADocumentThatIsNoAutomation(String document) {
        assertThat(ssm.refusal("StartAutomationExecution", "{\"DocumentName\": \"" + document + "\"}"))
                .contains("AutomationDefinitionNotFoundException");
    }

    @Test
    void shouldNotFindAnExecutionOfNobody() {
        assertThat(ssm.refusal("GetAutomationExecution", "{\"AutomationExecutionId\": \"" + TOKEN + "\"}"))
                .contains("AutomationExecutionNotFoundException");
        assertThat(ssm.refusal("StopAutomationExecution", "{\"AutomationExecutionId\": \"" + TOKEN + "\"}"))
                .contains("AutomationExecutionNotFoundException");
    }

    @Test
    void shouldDescribeParametersOfADocument() {
        String arn = "arn:aws:ssm:us-east-1:" + SimulatedAws.ACCOUNT + ":document/Stop";

        JsonNode document = ssm.call("DescribeDocument", "{\"Name\": \"" + arn + "\", \"DocumentVersion\": \"4\"}")
                .get("Document");

        assertThat(document.get("DocumentType").asText()).isEqualTo("Automation");
        assertThat(document.at("/Parameters/0").has("DefaultValue")).isFalse();
        assertThat(document.at("/Parameters/1").toString())
                .isEqualTo("{\"Name\":\"Force\",\"Type\":\"Boolean\",\"DefaultValue\":\"false\"}");
    }

    @Test
    void shouldRefuseToDescribeWhatDoesNotExist() {
        assertThat(ssm.refusal("DescribeDocument", "{\"Name\": \"Nope\"}")).contains("InvalidDocument");
        assertThat(ssm.refusal("DescribeDocument", "{\"Name\": \"Stop\", \"DocumentVersion\": \"5\"}"))
                .contains("InvalidDocumentVersion");
        assertThat(ssm.refusal("DescribeDocument", "{\"Name\": \"{{x}}\"}")).contains("ValidationException");
    }

    private static String start(String members) {
        return "{\"DocumentName\": \"Stop\", " + members + "}";
    }

    private List<AutomationEntry> automations() {
        return ssm.aws().simulator().record().automations();
    }
}
