package io.jenkins.plugins.drs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of exit codes in docs/command-line.md. Code 4 is that of the launcher (LauncherTest). */
class ExitCodesTest {
    private static final Path SAMPLE = Path.of("samples/three-tier");
    private static final String PLAN = SAMPLE.resolve("plan.yaml").toString();

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Simulator> simulators = new ArrayList<>();
    private Simulator simulator;

    @BeforeEach
    void start() throws IOException {
        System.setProperty("aws.accessKeyId", "simulated");
        System.setProperty("aws.secretAccessKey", "simulated");
        simulator = simulator("PT2M");
    }

    @AfterEach
    void stop() {
        simulators.forEach(Simulator::close);
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void shouldBeGood() {
        assertThat(drs("drill", PLAN, "--out", out("good"))).as(all()).isZero();
    }

    @Test
    void shouldTellWhatDidNotSucceedFromWhatWasRefused() throws IOException {
        simulator = simulator("PT2H");

        assertThat(drs("check", PLAN, "--out", out("check"))).as(all()).isEqualTo(1);
        assertThat(drs("drill", PLAN, "--out", out("drill"))).as(all()).isEqualTo(7);
        assertThat(simulator.record().jobs()).isEmpty();
    }

    @Test
    void shouldRefuseServersThatAreInUse() {
        drs("drill", PLAN, "--keep-instances", "--out", out("first"));
        int jobs = simulator.record().jobs().size();

        assertThat(drs("drill", PLAN, "--out", out("second"))).as(all()).isEqualTo(7);

        assertThat(out.toString()).contains("was left by execution");
        assertThat(simulator.record().jobs()).hasSize(jobs);
    }

    @Test
    void shouldRefuseToGoOnInAnotherEnvironment() throws IOException {
        Path folder = interrupted();
        String before = Files.readString(folder.resolve("audit.jsonl"));
        simulator = simulator("PT2M");

        assertThat(drs("drill", "--resume", folder.toString())).as(all()).isEqualTo(7);

        assertThat(err.toString()).contains("This is not where execution");
        assertThat(folder.resolve("audit.jsonl")).hasContent(before);
    }

    @Test
    void shouldRefuseAnExecutionThatAnotherProcessRuns() throws IOException {
        Path folder = interrupted();

        try (EventLog log = EventLog.open(folder.resolve("audit.jsonl"), event -> {})) {
            assertThat(drs("drill", "--resume", folder.toString())).as(all()).isEqualTo(7);
            assertThat(log.lastHash()).isNotBlank();
        }

        assertThat(err.toString()).contains("is in use by another execution");
    }

    @Test
    void shouldSayThatAwsCouldNotBeReached() throws IOException {
        Path folder = interrupted();
        simulator.close();

        assertThat(drs("check", PLAN, "--out", out("check"))).as(all()).isEqualTo(3);
        assertThat(drs("drill", "--resume", folder.toString())).as(all()).isEqualTo(3);
        assertThat(err.toString())
                .contains("start the simulator there")
                .contains(
                        "Use the credentials and the endpoint that it started with.",
                        "drs drill --resume " + folder,
                        "drs cleanup FILE")
                .doesNotContain("<U+000A>");
        assertThat(err.toString().lines()).contains("According to its journal, this may still run in AWS:");
    }

    @Test
    void shouldSayThatTheInputIsWrong() throws IOException {
        drs("check", PLAN, "--out", out("used"));

        assertThat(drs("check", PLAN, "--out", out("used"))).isEqualTo(2);
        assertThat(drs("drill", "--no-such-option")).isEqualTo(2);
        assertThat(Drs.commandLine().setErr(new PrintWriter(err)).execute("simulate", "--port", "70000"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--port must be from 0 to 65535, but it is 70000");
        assertThat(drs("drill", temp.resolve("no-plan.yaml").toString())).isEqualTo(2);
        assertThat(drs("drill", "--resume", temp.resolve("nowhere").toString())).isEqualTo(2);
    }

    @Test
    void shouldRefuseWhatHasNoEffectOnAnExecutionThatBeganAlready() throws IOException {
        Path folder = interrupted();
        String before = Files.readString(folder.resolve("audit.jsonl"));

        assertThat(drs("drill", PLAN, "--resume", folder.toString(), "--keep-instances", "--cleanup-limit", "5"))
                .isEqualTo(2);
        assertThat(drs("drill", "--resume", folder.toString(), "--plan", "X", "--out", out("x")))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("--resume cannot be combined with FILE, --keep-instances, --cleanup-limit: ")
                .contains("--resume cannot be combined with --plan, --out: ");
        assertThat(folder.resolve("audit.jsonl")).hasContent(before);
    }

    @Test
    void shouldResumeWithWhatTellsHowToCallAwsAndHowToShowIt() throws IOException {
        Path folder = interrupted();

        assertThat(drs(
                        "drill",
                        "--resume",
                        folder.toString(),
                        "--progress",
                        "plain",
                        "--learn-from",
                        temp.resolve("whole").toString()))
                .as(all())
                .isNotEqualTo(2);
        assertThat(err.toString()).doesNotContain("cannot be combined");
    }

    @Test
    void shouldNotGoOnWithAJournalThatItsResultsProveToBeCut() throws IOException {
        Path folder = interrupted();
        Files.copy(temp.resolve("whole/results.json"), folder.resolve("results.json"));
        int whole = Files.readAllLines(temp.resolve("whole/audit.jsonl")).size();
        String journal = Files.readString(folder.resolve("audit.jsonl"));
        int left = journal.split("\n").length;

        assertThat(drs("drill", "--resume", folder.toString())).isEqualTo(7);

        assertThat(err.toString())
                .contains(
                        "are missing (number " + (left + 1) + " to " + whole + ")",
                        "Restore audit.jsonl",
                        "DrsOrchestrationExecution=",
                        "may still run in AWS",
                        "drs cleanup FILE");
        assertThat(folder.resolve("audit.jsonl")).hasContent(journal);
    }

    @Test
    void shouldTakeUpAJournalThatItsResultsProve() throws IOException {
        Path folder = temp.resolve("whole");
        drs("drill", PLAN, "--out", folder.toString());

        assertThat(drs("drill", "--resume", folder.toString())).as(all()).isZero();
    }

    /** A drill that was cut off in its first wave. */
    private Path interrupted() throws IOException {
        drs("drill", PLAN, "--out", out("whole"));
        List<String> lines = Files.readAllLines(temp.resolve("whole/audit.jsonl"));
        Path folder = Files.createDirectories(temp.resolve("interrupted"));
        Files.writeString(folder.resolve("audit.jsonl"), String.join("\n", lines.subList(0, lines.size() / 3)) + "\n");
        return folder;
    }

    private String out(String name) {
        return temp.resolve(name).toString();
    }

    private String all() {
        return out.toString() + err;
    }

    /** @param lag of replication of one server; the plan's objective is 15 minutes */
    private Simulator simulator(String lag) throws IOException {
        String environment = Files.readString(SAMPLE.resolve("environment.json"));
        Simulator started = Simulator.start(SimulatorOptions.of(environment.replace("PT2M", lag)));
        simulators.add(started);
        return started;
    }

    private int drs(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--endpoint-url", simulator.endpoint().toString()));
        return Drs.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }
}
