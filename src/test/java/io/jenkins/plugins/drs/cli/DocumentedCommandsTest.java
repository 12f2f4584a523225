package io.jenkins.plugins.drs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Commands in documents are commands that the command line takes, about files that are there. */
class DocumentedCommandsTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(?:sh|text)?\\n(.*?)^ *```$");
    private static final Pattern SPAN = Pattern.compile("`((?:\\.\\./)*\\.{0,2}/?drs [^`]+)`");
    private static final Pattern DRS = Pattern.compile("^(?:[A-Z_]+=\\S+ )*(?:\\.\\./\\.\\./|\\./)drs (.*)$");
    private static final CommandLine COMMANDS = Drs.commandLine();
    private static final Set<String> ENVIRONMENT =
            Set.of("deploy", "wait", "configuration", "status", "destroy", "COMMAND");

    /** @param whole a line of a block, to be copied; not a mention in a sentence */
    private record Written(Path file, String line, boolean whole) {}

    private static List<Written> lines() throws IOException {
        List<Written> lines = new ArrayList<>();
        try (Stream<Path> files =
                Stream.of(Path.of("docs"), Path.of("samples")).flatMap(DocumentedCommandsTest::walk)) {
            List<Path> pages = new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".md")).toList());
            pages.addAll(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
            for (Path page : pages) {
                String text = Files.readString(page);
                BLOCK.matcher(text).results().forEach(block -> block.group(1)
                        .replace("\\\n", " ")
                        .lines()
                        .forEach(line -> lines.add(new Written(page, line.strip(), true))));
                SPAN.matcher(text).results().forEach(span -> lines.add(new Written(page, span.group(1), false)));
            }
        }
        return lines;
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> words(String line) {
        String command = line.replaceAll("\\s+#.*$", "").replaceAll("\\s*[|;&>].*$", "");
        return Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+")
                .matcher(command)
                .results()
                .map(found -> found.group().replaceAll("^[\"']|[\"']$", ""))
                .toList();
    }

    /** What is wrong with a line; empty when nothing is, or when it is about something else. */
    private static List<String> problems(String line, boolean toCopy) {
        Matcher drs = DRS.matcher(line);
        if (!drs.matches()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(words(drs.group(1)));
        if (words.isEmpty()
                || words.get(0).matches("COMMAND|\\.\\.\\..*")
                || words.contains("--help")
                || words.contains("--version")) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        CommandLine command = COMMANDS.getSubcommands().get(words.get(0));
        if (command == null) {
            return List.of(line + ": there is no command " + words.get(0));
        }
        boolean whole = words.size() > 1;
        for (String option : words.subList(1, words.size())) {
            String name = option.replaceAll("=.*", "");
            CommandLine at = command.getSubcommands().getOrDefault(words.get(Math.min(1, words.size() - 1)), command);
            if (name.startsWith("--") && at.getCommandSpec().findOption(name) == null) {
                problems.add(line + ": there is no option " + name);
            }
            if (option.startsWith("samples/") && !Files.exists(Path.of(option))) {
                problems.add(line + ": there is no file " + option);
            }
            whole &= !option.matches("N|X|DIR|FILE|NAME|--[a-z-]+=[A-Z]+|\\.\\.\\.");
        }
        if (problems.isEmpty() && toCopy && whole && line.startsWith("./drs")) {
            parse(line, words).ifPresent(problems::add);
        }
        return problems;
    }

    private static java.util.Optional<String> parse(String line, List<String> words) {
        try {
            COMMANDS.parseArgs(words.toArray(String[]::new));
            return java.util.Optional.empty();
        } catch (ParameterException refused) {
            return java.util.Optional.of(line + ": " + refused.getMessage());
        }
    }

    @Test
    void shouldTakeEveryCommandOfTheDocuments() throws Exception {
        List<String> problems = new ArrayList<>();
        for (Written written : lines()) {
            problems(written.line(), written.whole()).forEach(problem -> problems.add(written.file() + ": " + problem));
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void shouldFindCommandsInBlocksAndSentencesAndWhatIsWrongWithThem() throws Exception {
        assertThat(lines().stream().map(Written::line).filter(line -> DRS.matcher(line)
                        .matches()))
                .hasSizeGreaterThan(50)
                .contains("./drs demo", "./drs audit verify");
        assertThat(problems("./drs frobnicate", true)).hasSize(1);
        assertThat(problems("./drs drill samples/three-tier/plan.yaml --nothing", true))
                .hasSize(1);
        assertThat(problems("./drs drill samples/nothing.yaml", true)).hasSize(1);
        assertThat(problems("./drs simulate --port many", true)).hasSize(1);
        assertThat(problems("./drs drill samples/three-tier/plan.yaml --plan=X  # as before", true))
                .isEmpty();
    }

    @Test
    void shouldNameCommandsScriptsAndPolicyFilesThatAreThere() throws Exception {
        for (Written written : lines()) {
            List<String> words = Arrays.asList(written.line().split("\\s+"));
            Pattern.compile("file://(\\S+)").matcher(written.line()).results().forEach(policy -> assertThat(
                            Path.of(policy.group(1)))
                    .as(written.toString())
                    .exists());
            words.stream().filter(word -> word.startsWith(".ci/")).forEach(script -> assertThat(Path.of(script))
                    .as(written.toString())
                    .exists());
            int script = words.indexOf("./environment");
            if (script >= 0 && script + 1 < words.size()) {
                assertThat(ENVIRONMENT).as(written.toString()).contains(words.get(script + 1));
            }
        }
    }
}
