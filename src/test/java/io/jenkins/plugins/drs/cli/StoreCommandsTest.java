package io.jenkins.plugins.drs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StoreCommandsTest {
    private static final Path DOCUMENTS = Path.of("src/test/resources/documents");

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int drs(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = Drs.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] words = new String[arguments.length];
        for (int index = 0; index < words.length; index++) {
            words[index] = arguments[index].toString();
        }
        return command.execute(words);
    }

    private Path store() {
        return temp.resolve("store");
    }

    @Test
    void shouldExportWhatItImportedAndFindItUnchanged() {
        Path exported = temp.resolve("exported.json");

        assertThat(drs("import", "samples/three-tier/plan.yaml", "--store", store(), "--why", "first"))
                .isZero();
        assertThat(out.toString())
                .contains("is imported; revision 1 is current.")
                .contains("3 created");
        assertThat(drs("export", "--store", store(), "--out", exported)).isZero();
        assertThat(drs("import", exported, "--store", store())).isZero();

        assertThat(out.toString()).contains("Nothing to change; revision 1 stays current.");
        assertThat(drs("diff", "samples/three-tier/plan.yaml", exported)).isZero();
        assertThat(out.toString()).isEqualTo("no changes\n");
        assertThat(drs("validate", exported)).isZero();
    }

    @Test
    void shouldNotOverwriteAFileUnasked() throws Exception {
        Path exported = Files.writeString(temp.resolve("mine.yaml"), "mine");
        drs("import", "samples/three-tier/plan.yaml", "--store", store());

        assertThat(drs("export", "--store", store(), "--out", exported)).isEqualTo(2);
        assertThat(err.toString()).contains("mine.yaml exists already");
        assertThat(Files.readString(exported)).isEqualTo("mine");
        assertThat(drs("export", "--store", store(), "--out", exported, "--overwrite"))
                .isZero();
    }

    @Test
    void shouldImportAForeignDocumentWhenWarningsAreAccepted() {
        Path foreign = DOCUMENTS.resolve("migration/plan-automation.json");

        assertThat(drs("import", foreign, "--store", store(), "--assume-role", "DrillRole"))
                .isEqualTo(2);
        assertThat(out.toString())
                .contains("warning: " + foreign + ": /Owner: lost: There is no counterpart")
                .contains("was not imported because of warnings");
        assertThat(drs("import", foreign, "--store", store(), "--assume-role", "DrillRole", "--force", "--dry-run"))
                .isZero();
        assertThat(store()).doesNotExist();
        assertThat(drs("import", foreign, "--store", store(), "--assume-role", "DrillRole", "--force"))
                .isZero();
        assertThat(out.toString()).contains("+ recovery plan 'Whole application'");
    }

    @Test
    void shouldMigrateToADocumentThatIsValid() {
        Path migrated = temp.resolve("migrated.yaml");

        assertThat(drs(
                        "migrate",
                        DOCUMENTS.resolve("migration/lambda-1.1.json"),
                        "--to",
                        "2.1.0",
                        "--group",
                        "c1=Orders-Web",
                        "--out",
                        migrated))
                .isZero();
        assertThat(err.toString())
                .contains("an export of the Lambda orchestrator")
                .contains("the result is valid");
        assertThat(drs("validate", migrated)).isZero();
        assertThat(drs("migrate", migrated, "--to", "3.0.0")).isEqualTo(2);
    }

    @Test
    void shouldTellTheHistoryAndGoBack() {
        drs("import", "samples/three-tier/plan.yaml", "--store", store());
        drs("import", DOCUMENTS.resolve("everything.yaml"), "--store", store(), "--force", "--why", "more");

        assertThat(drs("history", "--store", store())).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString().lines().findFirst().orElseThrow())
                .contains("IMPORT")
                .endsWith("more");
        assertThat(drs("history", "--store", store(), "--show", 2)).isZero();
        assertThat(out.toString()).contains("+ recovery plan 'First'");
        assertThat(drs("history", "--store", store(), "--rollback", 1)).isZero();
        assertThat(out.toString()).contains("- recovery plan 'First'").contains("Revision 3 is current.");
        assertThat(drs("history", "--store", store(), "--compare", 1)).isZero();
        assertThat(out.toString()).isEqualTo("no changes\n");
        assertThat(drs("history", "--store", store(), "--show", 9)).isEqualTo(2);
    }

    @Test
    void shouldSayThatThereIsNoStore() {
        assertThat(drs("history", "--store", temp.resolve("nowhere"))).isEqualTo(2);
        assertThat(err.toString()).contains("There is no store");
        assertThat(drs("import", temp.resolve("none.yaml"), "--store", store())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no file");
    }

    @Test
    void shouldTellDifferencesByItsExitCode() {
        assertThat(drs("diff", "samples/three-tier/plan.yaml", "samples/large/plan.yaml"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("recovery plan");
    }
}
