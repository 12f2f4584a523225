package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that a reader may copy is run, or held against what it calls. */
class ShellCommandsTest {
    private static final String OLD = "src/test/resources/documents/migration/";
    /** What the reader has before the page begins: the name there, and what it is here. */
    private static final Map<String, String> READER = Map.of(
            "plan.yaml",
            "samples/three-tier/plan.yaml",
            "yesterday.yaml",
            "samples/three-tier/plan.yaml",
            "today.json",
            OLD + "../everything.yaml",
            "exported.yaml",
            "samples/three-tier/plan.yaml",
            "old-export.json",
            OLD + "version-1.0.json",
            "apps.json",
            OLD + "plan-automation-scan.json");
    /** Commands that end otherwise than with 0, as the pages say. */
    private static final Map<String, Integer> EXITS = Map.of("./drs diff yesterday.yaml today.json", 1);
    /** Not run here, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "bench", "measures for minutes; BenchCommand has tests of its own",
            "samples/large/plan.yaml", "takes 10 s of CPU; LargePlanTest drills as many servers",
            "--show", "needs a store with more revisions; StoreCommandsTest has one",
            "--rollback", "needs a store with more revisions; StoreCommandsTest has one",
            "--resume", "needs a drill that was cut off; ResumeTest has one");

    @TempDir
    private Path temp;

    private static List<Path> pages() throws IOException {
        return Snippets.files("", path -> path.toString().endsWith(".md") && !path.startsWith("src"));
    }

    static List<Path> pagesWithDrs() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path page : pages()) {
            if (!toRun(page).isEmpty()) {
                found.add(page);
            }
        }
        return found;
    }

    private static List<ShellLine> toRun(Path page) throws IOException {
        return ShellLine.of(page).stream()
                .filter(line -> line.isDrs() && line.arguments().stream().noneMatch(LEFT_OUT::containsKey))
                .toList();
    }

    /** What is wrong with a line of another program than ours. */
    private static List<String> problems(ShellLine line) throws IOException, InterruptedException {
        List<String> words = line.arguments();
        String program = line.program().replaceAll("^[A-Z_]+=\\$\\(", "");
        return switch (program) {
            case "mvn" -> MavenLines.problems(words);
            case "curl" -> CurlLines.problems(words);
            case "aws" -> AwsLines.problems(words);
            case "export" -> words.stream().allMatch(word -> word.matches("[A-Z_]+=\\S+")) ? List.of() : words;
            case "cd" -> Files.isDirectory(Path.of(words.get(0))) ? List.of() : List.of("no folder");
            case "", "./environment", "samples/environment/environment" -> List.of();
            default ->
                program.startsWith(".ci/") && Files.isExecutable(Path.of(program))
                        ? List.of()
                        : List.of("no class of commands has " + program);
        };
    }

    private static List<String> told(ShellLine line) throws IOException, InterruptedException {
        return problems(line).stream().map(problem -> line + ": " + problem).toList();
    }

    @Test
    void shouldNameOnlyProgramsGoalsAddressesAndOperationsThatThereAre() throws Exception {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (Path page : pages()) {
            for (ShellLine line : ShellLine.of(page)) {
                if (!line.isDrs()) {
                    seen++;
                    wrong.addAll(told(line));
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn frobnicate",
                "mvn nothing:apply",
                "mvn test -Dtest=NoSuchTest",
                "mvn test -Dno.such.property=1",
                "curl -X POST http://127.0.0.1:4566/_simulator/nothing -d '{}'",
                "curl -X POST --data-urlencode wave=A \"$BUILD_URL/drs/$EXECUTION/jump\"",
                "curl -X GET --data-urlencode wave=A \"$BUILD_URL/drs/$EXECUTION/abort\"",
                "curl \"$JENKINS_URL/nowhere\"",
                "aws drs start-everything",
                "aws drs start-recovery --is-practice",
                "aws iam put-role-policy --role b",
                "docker run x"
            })
    void shouldFindWhatIsWrong(String line) throws Exception {
        assertThat(told(ShellLine.of(Path.of("page.md"), line))).hasSize(1);
    }

    @Test
    void shouldCallAwsInTheSampleScriptOnlyWithWhatItKnows() throws Exception {
        String script =
                Files.readString(Path.of("samples/environment/environment")).replace("\\\n", " ");
        List<String> calls = script.lines()
                .flatMap(line -> Pattern.compile("(?:^|[ (])aws ((?:drs|ec2|cloudformation) .*)")
                        .matcher(line)
                        .results())
                .map(found -> "aws " + found.group(1).replaceAll("--query (\"[^\"]*\"|'[^']*').*", ""))
                .toList();
        List<String> wrong = new ArrayList<>();
        for (String call : calls) {
            wrong.addAll(told(ShellLine.of(Path.of("environment"), call)));
        }

        assertThat(wrong).isEmpty();
        assertThat(calls).hasSizeGreaterThan(15);
    }

    @Test
    void shouldBeShellCodeThatBashCanRead() throws Exception {
        List<Path> scripts = new ArrayList<>(List.of(Path.of("drs"), Path.of("samples/environment/environment")));
        scripts.addAll(Snippets.files(".ci", ShellCommandsTest::isShell));
        for (Path page : pages()) {
            for (String block : ShellLine.blocks(page)) {
                scripts.add(Files.writeString(temp.resolve("block-" + scripts.size()), block.stripIndent()));
            }
        }
        for (Path script : scripts) {
            Process bash = new ProcessBuilder("bash", "-n", script.toString())
                    .inheritIO()
                    .start();
            assertThat(bash.waitFor()).as(script.toString()).isZero();
        }
        assertThat(scripts).hasSizeGreaterThan(20);
    }

    private static boolean isShell(Path file) {
        try {
            return Files.readString(file).matches("(?s)#!/(?:usr/bin/env |bin/)(?:ba)?sh\n.*");
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("pagesWithDrs")
    void shouldEndAsThePageSays(Path page) throws Exception {
        List<ShellLine> lines = toRun(page);
        prepare(page);
        Path commands = Files.writeString(
                temp.resolve(".commands"),
                String.join("\n\n", lines.stream().map(this::command).toList()));
        Path answer = temp.resolve(".answer");

        String said = run(commands, answer);

        List<String> codes = Files.exists(answer) ? Files.readAllLines(answer) : List.of();
        assertThat(codes).as(said).hasSize(lines.size());
        for (int index = 0; index < lines.size(); index++) {
            ShellLine line = lines.get(index);
            int expected = EXITS.getOrDefault(String.join(" ", line.words()), 0);
            assertThat(codes.get(index)).as(line + "\n" + said).isEqualTo(String.valueOf(expected));
        }
    }

    private void prepare(Path page) throws Exception {
        Files.createSymbolicLink(temp.resolve("samples"), Path.of("samples").toAbsolutePath());
        for (Map.Entry<String, String> file : READER.entrySet()) {
            Files.copy(Path.of(file.getValue()), temp.resolve(file.getKey()));
        }
        for (ShellLine line : ShellLine.of(page)) {
            if (line.isEnvironment() && !line.arguments().contains("wait")) { // that one needs AWS
                environment(line);
            }
        }
    }

    private void environment(ShellLine line) throws Exception {
        List<String> words = new ArrayList<>(List.of("bash", "samples/environment/environment"));
        line.arguments().forEach(word -> words.add(here(word)));
        ProcessBuilder script =
                new ProcessBuilder(words).directory(temp.toFile()).inheritIO();
        script.environment().put("SIMULATOR", "1");
        assertThat(script.start().waitFor()).as(line.toString()).isZero();
    }

    private String here(String word) {
        return word.startsWith("/tmp/")
                ? temp.resolve(word.substring("/tmp/".length())).toString()
                : word;
    }

    private String command(ShellLine line) {
        Stream<String> words = line.arguments().stream().map(this::here);
        Stream<String> patience =
                line.remark().contains("until it succeeds") || line.text().startsWith("../../drs")
                        ? Stream.of("--until-it-succeeds")
                        : Stream.of();
        return String.join("\n", Stream.concat(words, patience).toList());
    }

    private String run(Path commands, Path answer) throws Exception {
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
        Path log = temp.resolve(".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        PageRun.class.getName(),
                        commands.toString(),
                        answer.toString())
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", classes);
        builder.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID",
                        "simulated",
                        "AWS_SECRET_ACCESS_KEY",
                        "simulated",
                        "AWS_REGION",
                        "us-east-1"));
        Process child = builder.start();
        if (!child.waitFor(10, TimeUnit.MINUTES)) {
            child.destroyForcibly();
        }
        return Files.readString(log);
    }
}
