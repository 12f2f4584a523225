package io.jenkins.plugins.drs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SyncCommandTest {
    private static final Path PLAN = Path.of("samples/gitops/plans/recovery.yaml");

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path document;

    @BeforeEach
    void copy() throws IOException {
        document = Files.copy(PLAN, temp.resolve("plan.yaml"));
    }

    private int drs(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = Drs.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private Path store() {
        return temp.resolve("store");
    }

    private void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void shouldLetAStoreFollow() throws IOException {
        assertThat(drs("sync", document, "--store", store(), "--dry-run")).isZero();
        assertThat(store()).doesNotExist();
        assertThat(drs("sync", document, "--store", store())).isZero();
        assertThat(drs("sync", document, "--store", store())).isZero();
        assertThat(out.toString()).isEqualTo("Nothing to change; revision 1 stays current.\n");
        edit(document, "rto: PT1H", "rto: PT2H");

        assertThat(drs("sync", document, "--store", store())).isZero();

        assertThat(out.toString()).contains("rto: 'PT1H' -> 'PT2H'", "was applied; revision 2 is current.");
        drs("history", "--store", store());
        assertThat(out.toString()).contains("SYNC").contains("sync of " + document);
    }

    @Test
    void shouldTellAndWriteBackWhatOthersChanged() throws IOException {
        Path back = temp.resolve("back.yaml");
        Path again = temp.resolve("again.yaml");
        Path other = Files.copy(PLAN, temp.resolve("other.yaml"));
        drs("sync", document, "--store", store());
        edit(other, "rto: PT1H", "rto: PT3H");
        drs("import", other, "--store", store(), "--on-conflict", "OVERWRITE", "--force");

        assertThat(drs("sync", document, "--store", store(), "--write-back", back))
                .isEqualTo(2);
        assertThat(out.toString()).contains("Changed in the store", "rto: 'PT1H' -> 'PT3H'", "Nothing was changed");
        assertThat(drs("sync", document, "--store", store(), "--on-manual-change", "keep", "--write-back", again))
                .isZero();

        assertThat(Files.readString(back)).contains("rto: PT3H").isEqualTo(Files.readString(again));
        assertThat(drs("diff", back, other)).isZero();
        Files.copy(back, document, StandardCopyOption.REPLACE_EXISTING);
        assertThat(drs("sync", document, "--store", store())).isZero();
        assertThat(out.toString()).isEqualTo("Nothing to change; revision 2 stays current.\n");
    }

    @Test
    void shouldLetADocumentFollow() throws IOException {
        Path target = temp.resolve("deployed.yaml");

        assertThat(drs("sync", document, "--to", target, "--dry-run")).isZero();
        assertThat(target).doesNotExist();
        assertThat(drs("sync", document, "--to", target)).isZero();
        Files.writeString(target, "# mine\n" + Files.readString(target));
        assertThat(drs("sync", document, "--to", target)).isZero();
        assertThat(Files.readString(target)).startsWith("# mine");
        edit(document, "rto: PT1H", "rto: PT2H");

        assertThat(drs("sync", document, "--to", target)).isZero();

        assertThat(drs("diff", document, target)).isZero();
        assertThat(temp.resolve(".deployed.yaml.drs-sync")).doesNotExist();
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        assertThat(drs("sync", document)).isEqualTo(2);
        assertThat(drs("sync", document, "--to", temp.resolve("a.yaml"), "--why", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("are about a store");
        assertThat(drs("sync", temp.resolve("missing.yaml"), "--store", store()))
                .isEqualTo(2);
        assertThat(out.toString()).contains("There is no such file");
    }
}
