package io.jenkins.plugins.drs.simulator.ssm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentListTest {
    private final SsmCalls ssm = SsmCalls.with("\"documents\": [{\"name\": \"DR-Stop\"}, {\"name\": \"AWS-Restart\"},"
            + " {\"name\": \"DR-Start\"}, {\"name\": \"Shell\", \"type\": \"Command\"}]");

    private List<String> names(JsonNode answer) {
        List<String> names = new ArrayList<>();
        answer.path("DocumentIdentifiers")
                .forEach(document -> names.add(document.path("Name").asText()));
        return names;
    }

    private static String filter(String key, String value) {
        return "{\"Key\": \"" + key + "\", \"Values\": [\"" + value + "\"]}";
    }

    @Test
    void shouldListWhatAllFiltersAccept() {
        String own = "{\"Filters\": [" + filter("DocumentType", "Automation") + "," + filter("Owner", "Self") + "]}";

        assertThat(names(ssm.call("ListDocuments", own))).containsExactlyInAnyOrder("DR-Stop", "DR-Start");
        assertThat(names(ssm.call("ListDocuments", "{}"))).hasSize(4);
        assertThat(names(ssm.call("ListDocuments", "{\"Filters\": [" + filter("Owner", "Amazon") + "]}")))
                .containsExactly("AWS-Restart");
    }

    @Test
    void shouldPage() {
        JsonNode first = ssm.call("ListDocuments", "{\"MaxResults\": 3}");
        JsonNode second = ssm.call(
                "ListDocuments",
                "{\"MaxResults\": 3, \"NextToken\": \""
                        + first.path("NextToken").asText() + "\"}");

        assertThat(names(first)).hasSize(3);
        assertThat(names(second)).hasSize(1);
        assertThat(second.has("NextToken")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "{\"MaxResults\": 51}                                                     | ValidationException",
                "{\"NextToken\": \"made up\"}                                             | InvalidNextToken",
                "{\"Filters\": [{\"Key\": \"Colour\", \"Values\": [\"red\"]}]}             | InvalidFilterKey",
            },
            delimiter = '|')
    void shouldRefuseWhatAwsRefuses(String input, String code) {
        assertThat(ssm.refusal("ListDocuments", input)).contains(code);
    }
}
