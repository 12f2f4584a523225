package io.jenkins.plugins.drs.engine.document;

import static io.jenkins.plugins.drs.engine.document.Documents.json;
import static io.jenkins.plugins.drs.engine.document.Documents.printed;
import static io.jenkins.plugins.drs.engine.document.Documents.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileDocumentTest {
    private static final Duration GENEROUS = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"recoveryPlans\": [}            | plan.json:1:20: This is not JSON: Unexpected close marker '}': expected ']' (for Array starting at line 1, column 19)",
                "{\"a\": 1,}                       | plan.json:1:9: This is not JSON: ",
                "{\"a\": NaN}                      | plan.json:1:",
                "{\"recoveryPlans\": []            | This is not JSON: Unexpected end-of-input",
                "{\"recoveryPlans\": []} {}        | plan.json:1:23: Something follows after the end of the document",
                "{\"recoveryPlans\": [], \"x\": \"\\uD800\"} | contains half a character",
            })
    void shouldGiveLineAndColumnOfBrokenJson(String text, String expected) {
        assertThat(printed(json(text))).contains(expected);
    }

    @Test
    void shouldGiveLineAndColumnOfBrokenYaml() {
        assertThat(printed(yaml("recoveryPlans:\n  - planName: a: b\n")))
                .startsWith("plan.yaml:2:16: This is not YAML: mapping values are not allowed here");
        assertThat(printed(yaml("recoveryPlans:\n\t- planName: a\n")))
                .startsWith("plan.yaml:2:1: This is not YAML: found character '\\t(TAB)'");
        assertThat(printed(yaml("recoveryPlans: \u0007\n")))
                .startsWith("plan.yaml:1:16: This is not YAML: the character U+0007");
        assertThat(printed(yaml("recoveryPlans: \"open\n"))).startsWith("plan.yaml:");
    }

    @Test
    void shouldRefuseAFileThatIsTooLargeWithoutReadingIt() throws IOException {
        Path file = folder.resolve("large.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200L << 20);
        }

        ReadResult result = assertTimeoutPreemptively(GENEROUS, () -> DocumentReader.read(file));

        assertThat(printed(result))
                .isEqualTo(
                        file
                                + ": The document is larger than 16777216 bytes. Check that it is a configuration; if so, split it");
    }

    @Test
    void shouldNotTrustTheSizeOfADevice() {
        Path endless = Path.of("/dev/zero");
        assumeTrue(Files.exists(endless));

        ReadResult result = assertTimeoutPreemptively(GENEROUS, () -> DocumentReader.read(endless));

        assertThat(printed(result)).contains("larger than");
    }

    @Test
    void shouldSayThatAFileIsMissingOrADirectory() {
        assertThat(printed(DocumentReader.read(folder.resolve("none.yaml"))))
                .endsWith("There is no such file. Check the path");
        assertThat(printed(DocumentReader.read(folder))).contains("it is a directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{a: ", "- ", "? "})
    void shouldRefuseDeepNesting(String opening) {
        String text = opening.repeat(15_000);

        ReadResult result = assertTimeoutPreemptively(GENEROUS, () -> yaml(text));

        assertThat(result.configuration()).isEmpty();
        assertThat(result.problems()).hasSize(1);
        assertThat(printed(result)).containsAnyOf("nested more than 50 levels deep", "A key is an object or a list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: \"x", "# x", "a: x", "a: |\n  x", "a: [x"})
    void shouldRefuseAVeryLongLine(String opening) {
        ReadResult result = assertTimeoutPreemptively(GENEROUS, () -> yaml(opening + "x".repeat(10_000_000)));

        assertThat(printed(result)).contains(":100001: A line has more than 100000 characters");
    }

    @Test
    void shouldRefuseALongTextThatAliasesRepeat() {
        String text =
                "a: &a |\n" + ("  " + "x".repeat(90_000) + "\n").repeat(100) + "b: [" + "*a,\n".repeat(5_000) + "*a]\n";

        ReadResult result = assertTimeoutPreemptively(GENEROUS, () -> yaml(text));

        assertThat(printed(result)).contains("more than 1000000 values, aliases followed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9999999999", "1e-99999999999999", "2.5e999999999", "-0", "1E+2147483648"})
    void shouldKeepNumbersOfAnySize(String number) {
        String document = "{\"recoveryPlans\": [], \"x\": " + number + "}";

        assertThat(json(document).configuration())
                .isPresent()
                .isEqualTo(yaml("recoveryPlans: []\nx: " + number).configuration());
    }

    @Test
    void shouldRefuseDeepNestingInJson() {
        ReadResult result = assertTimeoutPreemptively(GENEROUS, () -> json("{\"a\":[".repeat(1_000_000)));

        assertThat(printed(result)).startsWith("plan.json:1:151: The document is nested more than 50 levels deep");
    }

    @Test
    void shouldRefuseAnAliasBomb() {
        String bomb = IntStream.rangeClosed(1, 40)
                .mapToObj(level ->
                        "a" + level + ": &a" + level + " [" + "*a" + (level - 1) + ", *a" + (level - 1) + "]\n")
                .collect(Collectors.joining("", "a0: &a0 [lol, lol]\n", ""));

        ReadResult result = assertTimeoutPreemptively(GENEROUS, () -> yaml(bomb));

        assertThat(printed(result)).contains("The document holds more than 1000000 values, aliases followed");
    }

    @Test
    void shouldReadModestAliases() {
        String text = Documents.GOOD
                .replaceFirst("\\{Tier: web}", "&tags {Tier: web}")
                .replaceFirst("\\{Tier: db}", "*tags");

        var configuration = yaml(text).configuration().orElseThrow();

        assertThat(configuration.protectionGroups().get(1).selection())
                .isEqualTo(configuration.protectionGroups().get(0).selection());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &a [*a]                            | The alias 'a' repeats itself",
                "a: *b                                 | The alias 'b' is not defined",
                "a: {<<: {b: c}}                       | Merge keys ('<<') are not supported",
                "a: !!java.net.URL ['http://x']        | The tag 'tag:yaml.org,2002:java.net.URL' is not allowed",
                "a: !!javax.script.ScriptEngineManager [] | 1:4: The tag",
                "!!java.io.File {a: b}                 | plan.yaml:1:1: The tag",
                "a: !custom b                          | The tag '!custom' is not allowed",
                "a: !!binary aGk=                      | The tag 'tag:yaml.org,2002:binary' is not allowed",
                "? [a]                                 | A key is an object or a list",
            })
    void shouldRefuseYamlThatAConfigurationDoesNotNeed(String text, String expected) {
        assertThat(printed(yaml(text))).contains(expected);
    }

    @Test
    void shouldRefuseASecondDocument() {
        assertThat(printed(yaml(Documents.GOOD + "---\n" + Documents.GOOD)))
                .startsWith("plan.yaml:21:1: A second document");
    }

    @Test
    void shouldReportEveryDoubleKeyWithItsPlace() {
        String expected =
                "1:24: /recoveryPlans: The field 'recoveryPlans' is there twice, first on line 1. Keep one of them";

        assertThat(printed(json("{\"recoveryPlans\": [],   \"recoveryPlans\": []}")))
                .contains("twice, first on line 1");
        assertThat(printed(yaml("{\"recoveryPlans\": [],  \"recoveryPlans\": []}")))
                .isEqualTo("plan.yaml:" + expected);
        assertThat(yaml("recoveryPlans: []\na: {b: 1, b: 2, c: 1, c: 3}\n").errors())
                .hasSize(2);
    }

    @Test
    void shouldTellTheByteThatIsNotUtf8() {
        byte[] latin = "recoveryPlans: []\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = "recoveryPlans: []".getBytes(StandardCharsets.UTF_16);

        assertThat(printed(DocumentReader.read(latin, "plan.yaml")))
                .isEqualTo(
                        "plan.yaml:2:6: The document is not UTF-8: byte 23 (counted from 0) does not belong there. Save"
                                + " the document as UTF-8");
        assertThat(printed(DocumentReader.read(utf16, "plan.yaml"))).contains("UTF-16");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0, 0xE2, 0xF0})
    void shouldRefuseAnUnfinishedCharacterAtTheEnd(int lead) {
        byte[] content = "recoveryPlans: [] # ".getBytes(StandardCharsets.UTF_8);
        content[content.length - 1] = (byte) lead;

        assertThat(printed(DocumentReader.read(content, "plan.yaml"))).contains("byte 19");
    }

    @Test
    void shouldBoundTheNumberOfProblems() {
        String fields =
                IntStream.range(0, 50_000).mapToObj(i -> "f" + i + ": 1\n").collect(Collectors.joining());

        ReadResult result = assertTimeoutPreemptively(GENEROUS, () -> yaml(fields + "recoveryPlans: []\n"));

        assertThat(result.problems()).hasSize(1001);
        assertThat(printed(result)).endsWith("49000 more warnings are not shown. See the first ones");
    }

    @Test
    void shouldReadAVeryLongChainOfWaves() {
        String waves = IntStream.range(0, 20_000)
                .mapToObj(
                        i -> "      - {waveName: w" + i + ", protectionGroupName: G, dependsOn: [w" + (i + 1) + "]}\n")
                .collect(Collectors.joining());
        String plan = "recoveryPlans:\n  - planName: P\n    waves:\n" + waves;

        ReadResult result = assertTimeoutPreemptively(GENEROUS, () -> yaml(plan));

        assertThat(result.errors()).hasSize(1001).noneMatch(problem -> problem.toString()
                .contains("wait for each other"));
    }

    @Test
    void shouldShowControlCharactersOnlyEscaped() {
        ReadResult result = json("{\"recoveryPlans\": [{\"planName\": \"\\u001b[31mred\\n\", \"waves\": []}]}");

        assertThat(printed(result))
                .contains("'<U+001B>[31mred<U+000A>' contains a control character")
                .doesNotContain("\u001b");
    }
}
