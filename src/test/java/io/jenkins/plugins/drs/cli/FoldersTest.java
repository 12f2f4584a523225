package io.jenkins.plugins.drs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of runs: which are taken, which are refused, and what is said when one vanishes. */
class FoldersTest {
    private static final String PLAN = "samples/three-tier/plan.yaml";

    @TempDir
    private Path temp;

    private Simulator simulator;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        System.setProperty("aws.accessKeyId", "simulated");
        System.setProperty("aws.secretAccessKey", "simulated");
        simulator =
                Simulator.start(SimulatorOptions.of(Files.readString(Path.of("samples/three-tier/environment.json"))));
    }

    @AfterEach
    void stop() {
        simulator.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    private int drs(PrintWriter to, String... arguments) {
        return Drs.commandLine().setOut(to).setErr(new PrintWriter(err)).execute(arguments);
    }

    private int check(Path folder) {
        return drs(
                new PrintWriter(out),
                "check",
                PLAN,
                "--endpoint-url",
                simulator.endpoint().toString(),
                "--out",
                folder.toString());
    }

    private int resume(Path folder) {
        return drs(
                new PrintWriter(out),
                "drill",
                "--resume",
                folder.toString(),
                "--endpoint-url",
                simulator.endpoint().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"seq\":1,\"prev"})
    void shouldBeginAnewWhereARunWasKilledBeforeItsFirstLine(String torn) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("killed"));
        Files.writeString(folder.resolve("audit.jsonl"), torn);
        Files.writeString(folder.resolve(".audit.jsonl.lock"), "process 1");

        assertThat(resume(folder)).isEqualTo(2);
        assertThat(err.toString()).contains("There is no started execution in " + folder, "--out " + folder);
        assertThat(check(folder)).as(err.toString()).isZero();
        assertThat(folder.resolve("results.json")).exists();
    }

    @Test
    void shouldSayThatNothingWasBegunWhereNoFolderIs() {
        assertThat(resume(temp.resolve("nowhere"))).isEqualTo(2);
        assertThat(err.toString()).contains("There is no started execution in ");
    }

    @Test
    void shouldSayThatNothingWasBegunWhereAFolderStandsInPlaceOfTheJournal() throws IOException {
        Files.createDirectories(temp.resolve("odd/audit.jsonl"));

        assertThat(resume(temp.resolve("odd"))).isEqualTo(2);
        assertThat(check(temp.resolve("odd"))).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void shouldRefuseAFolderWithFilesOfSomebodyElse() throws IOException {
        Path notes = Files.writeString(temp.resolve("notes.txt"), "mine");

        assertThat(check(temp)).isEqualTo(2);
        assertThat(err.toString()).contains(temp + " holds other files (notes.txt)", "--out");
        try (var files = Files.list(temp)) {
            assertThat(files).containsExactly(notes);
        }
        assertThat(check(notes)).isEqualTo(2);
        assertThat(err.toString()).contains("is no folder");
    }

    @Test
    void shouldRefuseAFolderWithResultsWhoseJournalIsGone() throws IOException {
        assertThat(check(temp.resolve("one"))).isZero();
        Files.delete(temp.resolve("one/audit.jsonl"));

        assertThat(check(temp.resolve("one"))).isEqualTo(2);
        assertThat(err.toString()).contains("holds other files");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldNameWhatRunsWhenTheFolderVanishes(boolean replaced) throws IOException {
        Path folder = temp.resolve("out");
        PrintWriter vanishing = new PrintWriter(out) {
            private boolean gone;

            @Override
            public void write(String text, int from, int length) {
                super.write(text, from, length);
                if (!gone && text.contains("launched")) {
                    gone = true;
                    vanish(folder, replaced);
                }
            }
        };

        int code = drs(
                vanishing,
                "drill",
                PLAN,
                "--endpoint-url",
                simulator.endpoint().toString(),
                "--progress",
                "plain",
                "--out",
                folder.toString());

        assertThat(code).isEqualTo(1);
        assertThat(simulator.record().drillInstances()).isNotEmpty();
        assertThat(err.toString())
                .contains(
                        "was removed, moved or replaced",
                        "may still run in AWS",
                        "recovery instance i-",
                        "Put its folder back",
                        "drs cleanup FILE")
                .doesNotContain("\tat ", "Exception");
    }

    private static void vanish(Path folder, boolean replaced) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
            if (replaced) {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve("audit.jsonl"), "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:70000", "http://127.0.0.1:99999999999", "http://u:p@127.0.0.1", "nonsense"})
    void shouldTakeAnEndpointThatIsNoneForWrongUsage(String endpoint) {
        assertThat(drs(new PrintWriter(out), "check", PLAN, "--endpoint-url", endpoint))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--endpoint-url").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "99999999999"})
    void shouldTakeAPortThatIsNoneForWrongUsage(String port) {
        assertThat(drs(new PrintWriter(out), "simulate", "--port", port)).isEqualTo(2);
        assertThat(err.toString()).contains(port).doesNotContain("\tat ");
    }

    @Test
    void shouldWriteNoJournalThroughALink() throws IOException {
        Path victim = Files.createFile(temp.resolve("victim"));
        Path folder = Files.createDirectories(temp.resolve("linked"));
        Files.createSymbolicLink(folder.resolve("audit.jsonl"), victim);

        assertThat(drs(new PrintWriter(out), "check", PLAN, "--out", folder.toString()))
                .isEqualTo(2);

        assertThat(err.toString()).contains("holds other files (audit.jsonl)");
        assertThat(victim).isEmptyFile();
    }

    @Test
    void shouldSayThatALinkToNothingIsNoFolder() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("dangling"), temp.resolve("not/there"));

        assertThat(drs(new PrintWriter(out), "check", PLAN, "--out", link.toString()))
                .isEqualTo(2);

        assertThat(err.toString()).contains("is no folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "NaN", "1e308", "x"})
    void shouldTakeATimeScaleThatIsNoneForWrongUsage(String scale) {
        assertThat(drs(new PrintWriter(out), "simulate", "--port", "70000", "--time-scale", scale))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--time-scale").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x7f000001", "2130706433", "127.1", "[::ffff:127.0.0.1]", "localhost.", "127.0.0.1."})
    void shouldFindTheSimulatorHoweverTheLoopbackIsWritten(String host) throws IOException {
        Path folder = temp.resolve("out");
        String endpoint = "http://" + host + ":" + simulator.endpoint().getPort();

        int code = drs(new PrintWriter(out), "check", PLAN, "--endpoint-url", endpoint, "--out", folder.toString());

        assertThat(code).as(err.toString()).isZero();
        assertThat(Files.readAllLines(folder.resolve("audit.jsonl")).get(0)).contains("\"simulated\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "NaN", "1000001"})
    void shouldRefuseADemoAtATimeScaleThatIsNone(String scale) {
        assertThat(drs(new PrintWriter(out), "demo", "--time-scale=" + scale, "--out", "" + temp.resolve("demo")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--time-scale must be from 0 to 1000000");
        assertThat(temp.resolve("demo")).doesNotExist();
    }

    @Test
    void shouldSayWhyAnEnvironmentCannotBeSimulated() throws IOException {
        Path missing = temp.resolve("nope.json");
        Path broken = Files.writeString(temp.resolve("broken.json"), "{");

        assertThat(drs(new PrintWriter(out), "simulate", "--port", "0", "--environment", missing.toString()))
                .isEqualTo(2);
        assertThat(drs(new PrintWriter(out), "simulate", "--port", "0", "--environment", temp.toString()))
                .isEqualTo(2);
        assertThat(drs(new PrintWriter(out), "simulate", "--port", "0", "--environment", broken.toString()))
                .isEqualTo(2);

        assertThat(err.toString().lines())
                .anyMatch(line -> line.startsWith(
                        "The environment " + missing + " cannot be read: there is no " + missing + ". Name a file"))
                .anyMatch(line -> line.startsWith("The environment " + temp + " cannot be read: "))
                .anyMatch(line -> line.startsWith(broken + ": Expected a simulator environment in JSON"));
    }
}
