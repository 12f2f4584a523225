package io.jenkins.plugins.drs.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page of all messages: which are on it, and what it says to do about each. */
final class ErrorCatalogue {
    static final Path FILE = Path.of("docs/errors.md");
    private static final String TABLE = "| message | what to do |\n| --- | --- |\n";
    private static final Map<UserMessage.Where, String> SECTIONS = new LinkedHashMap<>(Map.of());

    static {
        SECTIONS.put(UserMessage.Where.CHECK, "## Checks before a drill");
        SECTIONS.put(UserMessage.Where.DOCUMENT, "## Documents");
        SECTIONS.put(UserMessage.Where.COMMAND_LINE, "## Command line");
        SECTIONS.put(UserMessage.Where.JENKINS, "## Jenkins");
    }

    private final String text;
    private final Map<String, String> cures = new TreeMap<>();

    private ErrorCatalogue(String text) {
        this.text = text;
        text.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            String[] cells = line.split("(?<!\\\\)\\|");
            cures.put(unquoted(cells[1].strip()), cells[2].strip());
        });
    }

    static ErrorCatalogue read() throws IOException {
        return new ErrorCatalogue(Files.readString(FILE));
    }

    static ErrorCatalogue of(String text) {
        return new ErrorCatalogue(text);
    }

    static List<UserMessage> messages() throws IOException {
        List<UserMessage> all = new ArrayList<>(SourceMessages.all());
        all.addAll(MessageFiles.all());
        return all;
    }

    /** Messages that are not on the page, or without a word on what to do, or with another than the program says. */
    List<String> missing(List<UserMessage> messages) {
        List<String> missing = new ArrayList<>();
        for (UserMessage message : messages) {
            String cure = cures.getOrDefault(message.text(), "");
            if (cure.isEmpty() || cure.equals("?")) {
                missing.add(message.text());
            }
        }
        return missing;
    }

    /** The page with its tables made anew; what people wrote on what to do stays, and {@code ?} stands where nothing does. */
    String renewed(List<UserMessage> messages) {
        StringBuilder page = new StringBuilder(text);
        for (UserMessage.Where where : UserMessage.Where.values()) {
            int table = page.indexOf(TABLE, page.indexOf(SECTIONS.get(where)));
            int begin = table + TABLE.length();
            int end = begin;
            while (end < page.length() && page.charAt(end) == '|') {
                end = page.indexOf("\n", end) + 1;
            }
            page.replace(begin, end, rows(where, messages));
        }
        return page.toString();
    }

    private String rows(UserMessage.Where where, List<UserMessage> messages) {
        StringBuilder rows = new StringBuilder();
        Map<String, String> said = new TreeMap<>(Comparator.comparing((String text) -> text.replaceAll("[^\\p{L}]", ""))
                .thenComparing(text -> text));
        messages.stream()
                .filter(message -> message.where() == where)
                .forEach(message -> said.merge(
                        message.text(),
                        message.remedy().map(ErrorCatalogue::cell).orElse(cures.getOrDefault(message.text(), "?")),
                        ErrorCatalogue::both));
        said.forEach((message, cure) -> rows.append("| ")
                .append(quoted(message))
                .append(" | ")
                .append(cure)
                .append(" |\n"));
        return rows.toString();
    }

    private static String both(String one, String other) {
        return Arrays.asList(one.split("; or: ")).contains(other) ? one : one + "; or: " + other;
    }

    private static String quoted(String message) {
        return "`" + message.replace("`", "'").replace("|", "\\|").replace("\n", " ") + "`";
    }

    private static String cell(String cure) {
        return cure.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;");
    }

    private static String unquoted(String cell) {
        return cell.substring(1, cell.length() - 1).replace("\\|", "|");
    }
}
