package io.jenkins.plugins.drs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal gets to see of texts that somebody else wrote. */
class TerminalTest {
    private static final String GOOD = """
            protectionGroups:
              - {groupName: Web, region: us-east-1, sourceServerIds: [s-11111111111111111]%s}
            recoveryPlans:
              - {planName: "%s", description: "%s", waves: [{waveName: One, protectionGroupName: Web}]}
            """;

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int drs(String... arguments) {
        return Drs.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private Path document(String name, String more, String plan, String description) throws IOException {
        return Files.writeString(temp.resolve(name), GOOD.formatted(more, plan, description));
    }

    private String printed() {
        return out.toString() + err;
    }

    @Test
    void shouldNotLetTheNameOfAFieldForgeALine() throws IOException {
        Path plan = document("plan.yaml", ", \"x\\nplan.yaml: valid, 1 plans\": 1", "Shop", "");

        drs("validate", plan.toString());

        assertThat(printed().lines()).noneMatch(line -> line.startsWith("plan.yaml: valid"));
        assertThat(printed()).contains("x<U+000A>plan.yaml: valid");
    }

    @Test
    void shouldShowEscapesAndBidirectionalCharactersOfADocument() throws IOException {
        Path plan = document("plan.yaml", "", "a\\u202Eb\\e[2Jc\\u200Bd", "");

        assertThat(drs("validate", plan.toString())).isEqualTo(2);
        assertThat(printed()).contains("a<U+202E>b<U+001B>[2Jc<U+200B>d").doesNotContain("\u202E", "\u001B", "\u200B");
    }

    @Test
    void shouldShowThemInNamesOfFilesAndInArguments() throws IOException {
        Path plan = document("a\u202E\u001B[31m\nplan.yaml: valid", "", "Shop", "");

        drs("validate", plan.toString());
        drs("validate", temp.resolve("not\u202Ethere").toString());
        drs("drill", plan.toString(), "--plan", "x\u001B[2J\nforged: valid");
        drs("drill", "--bad\u001B]0;title\u0007\nforged: valid");
        drs("drill", "--cleanup-limit", "\u202E\nforged: valid");
        drs("\u001B[2Jnothing");

        assertThat(printed()).contains("<U+202E>", "<U+001B>[31m<U+000A>").doesNotContain("\u202E", "\u001B", "\u0007");
        assertThat(printed().lines())
                .noneMatch(line -> line.startsWith("forged") || line.startsWith("plan.yaml: valid"));
    }

    @Test
    void shouldWriteHiddenCharactersOfADocumentAsEscapes() throws IOException {
        Path plan = document("plan.yaml", "", "Shop", "a\\u202Eb \\U000E0041");
        Path again = temp.resolve("again.yaml");

        assertThat(drs("migrate", plan.toString())).isZero();
        assertThat(out.toString()).contains("a\\u202Eb \\U000E0041").doesNotContain("\u202E");
        Files.writeString(again, out.toString());
        assertThat(drs("diff", plan.toString(), again.toString())).isZero();

        assertThat(drs("migrate", plan.toString(), "--format", "json")).isZero();
        assertThat(out.toString()).contains("a\\u202Eb \\uDB40\\uDC41");
    }

    @Test
    void shouldShowTheDifferenceOfHiddenCharacters() throws IOException {
        Path one = document("one.yaml", "", "Shop", "ab");
        Path other = document("other.yaml", "", "Shop", "a\\u200Bb");

        assertThat(drs("diff", one.toString(), other.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("a<U+200B>b");
    }
}
