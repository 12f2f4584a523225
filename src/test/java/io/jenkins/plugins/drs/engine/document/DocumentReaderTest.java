package io.jenkins.plugins.drs.engine.document;

import static io.jenkins.plugins.drs.engine.document.Documents.changed;
import static io.jenkins.plugins.drs.engine.document.Documents.json;
import static io.jenkins.plugins.drs.engine.document.Documents.printed;
import static io.jenkins.plugins.drs.engine.document.Documents.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
    @Test
    void shouldReadAGoodDocumentWithoutProblems() {
        ReadResult result = yaml(Documents.GOOD);

        assertThat(printed(result)).isEmpty();
        DrConfiguration configuration = result.configuration().orElseThrow();
        assertThat(configuration.plan("plan").orElseThrow().rto()).contains(Duration.ofHours(1));
        assertThat(configuration.group("servers").orElseThrow().selection().tags())
                .isEqualTo(Map.of("Tier", "web"));
    }

    @Test
    void shouldReadTheSameFromJsonAndYaml() {
        DrConfiguration configuration = yaml(Documents.GOOD).configuration().orElseThrow();
        String json = DocumentWriter.text(configuration, DocumentFormat.JSON);

        assertThat(json(json).configuration()).contains(configuration);
        assertThat(yaml(json).configuration())
                .as("JSON in a file that is called YAML")
                .contains(configuration);
        assertThat(json(Documents.GOOD).configuration())
                .as("YAML in a file that is called JSON")
                .contains(configuration);
    }

    @Test
    void shouldReadYamlThatBeginsWithABrace() {
        ReadResult result =
                yaml("{protectionGroups: [{groupName: G, region: us-east-1, serverSelectionTags: {a: b}}]}");

        assertThat(printed(result)).isEmpty();
    }

    @Test
    void shouldTolerateAByteOrderMark() {
        assertThat(printed(yaml("\uFEFF" + Documents.GOOD))).isEmpty();
    }

    @Test
    void shouldReportAllProblemsAtOnceInDocumentOrder() {
        ReadResult result = yaml("""
                protectionGroups:
                  - groupName: One
                    regoin: us-east-1
                    serverSelectionTags: {Tier: web}
                recoveryPlans:
                  - planName: Plan
                    rto: -5
                    waves:
                      - waveName: A
                        protectionGroupName: Onee
                        maxWaitTime: 0
                """);

        assertThat(result.configuration()).isEmpty();
        assertThat(result.problems().stream().map(LocatedProblem::toString))
                .containsExactly(
                        "plan.yaml:2:5: /protectionGroups/0/region: The Region is missing. Write a Region code such as us-east-1",
                        "plan.yaml:3:5: warning: /protectionGroups/0/regoin: The field 'regoin' is not known; it is kept"
                                + " but has no effect. Did you mean 'region'?",
                        "plan.yaml:7:10: /recoveryPlans/0/rto: Expected a time longer than zero, but got PT-5S. Write"
                                + " whole seconds such as 1800, or an ISO-8601 duration such as PT30M",
                        "plan.yaml:10:30: /recoveryPlans/0/waves/0/protectionGroupName: There is no protection group"
                                + " 'Onee'. Did you mean 'One'?",
                        "plan.yaml:11:22: /recoveryPlans/0/waves/0/maxWaitTime: Expected a time longer than zero, but got"
                                + " PT0S. Write whole seconds such as 1800, or an ISO-8601 duration such as PT30M");
    }

    @Test
    void shouldGiveLineAndColumnInJsonToo() {
        ReadResult result =
                json("{\n  \"recoveryPlans\": [\n    {\"planName\": \"P\", \"rto\": \"soon\", \"waves\": 5}\n  ]\n}");

        assertThat(printed(result))
                .contains("plan.json:3:30: /recoveryPlans/0/rto: Expected a duration, but got 'soon'")
                .contains("plan.json:3:47: /recoveryPlans/0/waves: Expected a list, but got '5'")
                .doesNotContain("no waves");
    }

    @Test
    void shouldKeepUnknownFieldsInOrderWithAWarning() {
        ReadResult result =
                changed("planName: Plan", "planName: Plan\n    owner: {team: dr, since: 2024-01-15}\n    cost: 12.50");

        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings()).hasSize(2);
        Map<String, Object> unknown =
                result.configuration().orElseThrow().recoveryPlans().get(0).unknown();
        assertThat(unknown.keySet()).containsExactly("owner", "cost");
        assertThat(unknown).containsEntry("owner", Map.of("team", "dr", "since", "2024-01-15"));
    }

    @Test
    void shouldNameACycle() {
        ReadResult result =
                changed("protectionGroupName: Servers", "protectionGroupName: Servers\n        dependsOn: [C]");

        assertThat(printed(result))
                .isEqualTo("plan.yaml:17:20: /recoveryPlans/0/waves/0/dependsOn: The waves wait for each other:"
                        + " A -> C -> B -> A. Remove one of these dependencies; a wave without dependsOn waits for the"
                        + " wave before it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "~", "null", "  "})
    void shouldSayThatTheDocumentIsEmpty(String text) {
        assertThat(printed(yaml(text))).startsWith("plan.yaml: The document is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "- a\n- b\n", "hello", "42", "{}", "colour: red"})
    void shouldRefuseADocumentThatIsNoConfiguration(String text) {
        assertThat(yaml(text).errors()).hasSize(1);
        assertThat(yaml(text).configuration()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2.1.0, true",
        "2.1, true",
        "2.1.9, true",
        "2.2.0, false",
        "3.0.0, false",
        "10.0, false",
        "1.0.0, false",
        "2.0.0, false",
        "latest, false",
        "2, false"
    })
    void shouldReadOnlyTheVersionThatItKnows(String version, boolean readable) {
        ReadResult result = yaml("exportMetadata: {version: " + version + "}\n" + Documents.GOOD);

        assertThat(result.configuration().isPresent()).isEqualTo(readable);
        if (!readable) {
            assertThat(printed(result)).startsWith("plan.yaml:1:27: Expected version 2.1.0, but got ");
        }
    }

    @Test
    void shouldTreatScalarsOfTextFieldsByTheirText() {
        ReadResult result = changed("protectionGroupName: Servers", """
                protectionGroupName: Servers
                        preWaveActions:
                          - name: on
                            documentName: Doc
                            documentVersion: 1
                            parameters: {Flag: yes, Octal: 0123, Date: 2024-01-15, Number: 1e3, True: true, List: [1, no]}""");

        assertThat(printed(result)).isEmpty();
        var action = result.configuration()
                .orElseThrow()
                .recoveryPlans()
                .get(0)
                .waves()
                .get(0)
                .preWaveActions()
                .get(0);
        assertThat(action.name()).isEqualTo("on");
        assertThat(action.document().version()).contains("1");
        assertThat(action.parameters())
                .containsEntry("Flag", List.of("yes"))
                .containsEntry("Octal", List.of("0123"))
                .containsEntry("Date", List.of("2024-01-15"))
                .containsEntry("Number", List.of("1e3"))
                .containsEntry("True", List.of("true"))
                .containsEntry("List", List.of("1", "no"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "987654321098      | ''",
                "'\"012345678901\"' | ''",
                "012345678901      | warning: /targetAccounts/0/accountId: Other YAML tools read the unquoted 012345678901",
                "12345678901       | Expected an account id of twelve digits, but got '12345678901'",
                "9.87654321098e11  | Expected an account id of twelve digits"
            })
    void shouldReadAccountIdsByTheirDigits(String written, String expected) {
        ReadResult result = yaml("targetAccounts: [{accountId: " + written + ", assumeRoleName: Role}]");

        assertThat(printed(result)).contains(expected);
        assertThat(result.problems()).hasSize(expected.isEmpty() ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "yes, true", "'on', true", "'False', false", "no, false", "'OFF', false"})
    void shouldReadBooleansInEverySpellingOfYaml(String written, boolean expected) {
        ReadResult result = changed("waveName: A", "waveName: A\n        pauseBefore: " + written);

        assertThat(printed(result)).isEmpty();
        var wave = result.configuration()
                .orElseThrow()
                .recoveryPlans()
                .get(0)
                .waves()
                .get(0);
        assertThat(wave.policy().pauseBefore()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "3600, PT1H",
        "PT1H, PT1H",
        "pt90m, PT1H30M",
        "'\"60\"', PT1M",
        "P1D, PT24H",
        "-1, ''",
        "0, ''",
        "PT-5M, ''",
        "1:30:00, ''",
        "1h, ''",
        "3.5, ''",
        "PT0.5S, ''",
        "999999999999, ''",
        "99999999999999999999, ''",
        "PT9223372036854775807H, ''",
        "P1Y, ''",
        "[1], ''"
    })
    void shouldReadDurationsWithinReason(String written, String expected) {
        ReadResult result = changed("rto: PT1H", "rto: " + written);

        if (expected.isEmpty()) {
            assertThat(printed(result)).startsWith("plan.yaml:13:10: /recoveryPlans/0/rto: Expected ");
            assertThat(result.problems()).hasSize(1);
        } else {
            assertThat(result.configuration()
                            .orElseThrow()
                            .recoveryPlans()
                            .get(0)
                            .rto())
                    .contains(Duration.parse(expected));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "waveName: B | waveName: a | 17:19: /recoveryPlans/0/waves/1/waveName: The wave name 'a' is already used at /recoveryPlans/0/waves/0/waveName",
                "groupName: Others | groupName: SERVERS | The group name 'SERVERS' is already used",
                "waveName: B | waveNmae: B | /recoveryPlans/0/waves/1/waveNmae: The field 'waveNmae' is not known",
                "waveName: B | waveNmae: B | Did you mean 'waveName'?",
                "waveName: B | waveNmae: B | /recoveryPlans/0/waves/1/waveName: The wave name is missing",
                "waveName: B | WaveName: B | Did you mean 'waveName'?",
                "rto: PT1H | rto: [1] | Expected a duration, but got a list",
                "Name: Servers | Name: {a: b} | Expected text, but got an object",
                "waveName: A | '{waveName: A' | This is not YAML",
                "rto: PT1H | pauseBefore: maybe | The field 'pauseBefore' is not known",
                "waveName: A | 'onFailure: contineu' | Expected stop or continue, but got 'contineu'. Did you mean 'continue'?",
                "waveName: A | 'dependsOn: [D]' | 15:21: /recoveryPlans/0/waves/0/dependsOn/0: The plan has no wave 'D'",
                "waveName: A | 'waves: {protectionGroupName: x}' | The wave name is missing",
                "waveName: A | 'preWaveActions: [5]' | /recoveryPlans/0/waves/0/preWaveActions/0: Expected an object, but got '5'",
            })
    void shouldSayWhatToWriteInstead(String piece, String replacement, String expected) {
        assertThat(printed(changed(piece, replacement))).contains(expected);
    }

    @Test
    void shouldReportBothWaysOfNamingGroups() {
        ReadResult result = changed(
                "protectionGroupName: Servers",
                "protectionGroupName: Servers\n        protectionGroupNames: [Servers]");

        assertThat(printed(result)).contains("/recoveryPlans/0/waves/0/protectionGroupName: The wave has both");
    }

    @Test
    void shouldPlaceProblemsOfSeveralGroupsAtTheirElements() {
        ReadResult result = changed(
                "protectionGroupName: Servers", "protectionGroupNames:\n          - Servers\n          - Nowhere");

        assertThat(printed(result))
                .isEqualTo("plan.yaml:18:13: /recoveryPlans/0/waves/0/protectionGroupNames/1: There is no protection"
                        + " group 'Nowhere'. Name one of the document's protectionGroups");
    }

    @Test
    void shouldReportAnActionWithAnAccountButNoRegion() {
        ReadResult result = changed(
                "waveName: A",
                "waveName: A\n        preWaveActions: [{name: N, documentName: Doc, accountId: \"123456789012\"}]");

        assertThat(printed(result))
                .contains("preWaveActions/0/accountId: The action names an account without a Region");
    }
}
