package io.jenkins.plugins.drs.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of a document that a reader may copy: a line of a block of shell code, with the lines that go on with it.
 *
 * @param words without a remark behind it
 * @param remark what stands behind the command
 */
record ShellLine(Path page, String text, List<String> words, String remark) {
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^ *```sh\\n(.*?)^ *```$|(?m)^ {4}((?:\\.ci/|mvn )[^\n]*)$");
    private static final Pattern REMARK = Pattern.compile("\\s#\\s*(.*)$", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");

    /** The blocks of a page, as they stand there. */
    static List<String> blocks(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    /** The commands of a page, in order. */
    static List<ShellLine> of(Path page) throws IOException {
        List<ShellLine> lines = new ArrayList<>();
        for (String block : blocks(page)) {
            StringBuilder open = new StringBuilder();
            for (String line : block.replace("\\\n", " ").lines().toList()) {
                open.append(open.isEmpty() ? "" : "\n").append(line.strip());
                if (open.chars().filter(letter -> letter == '\'').count() % 2 == 0) {
                    if (!open.toString().isBlank()) {
                        lines.add(of(page, open.toString()));
                    }
                    open.setLength(0);
                }
            }
        }
        return lines;
    }

    static ShellLine of(Path page, String text) {
        Matcher remark = REMARK.matcher(text);
        String command = text;
        String said = "";
        if (remark.find()) {
            command = text.substring(0, remark.start());
            said = remark.group(1);
        }
        List<String> words = WORD.matcher(command)
                .results()
                .map(word -> word.group().replaceAll("'([^']*)'|\"([^\"]*)\"", "$1$2"))
                .toList();
        return new ShellLine(page, text, words, said);
    }

    /** The program that is called; variables that are set before it are passed over. */
    String program() {
        return words.stream()
                .filter(word -> !word.matches("[A-Z_]+=[^$(]*"))
                .findFirst()
                .orElse("");
    }

    /** What is given to the program. */
    List<String> arguments() {
        int at = words.indexOf(program());
        return at < 0 ? List.of() : words.subList(at + 1, words.size());
    }

    boolean isDrs() {
        return program().matches("(\\.\\./\\.\\./|\\./)drs");
    }

    boolean isEnvironment() {
        return program().endsWith("/environment");
    }

    @Override
    public String toString() {
        return page + ": " + text;
    }
}
