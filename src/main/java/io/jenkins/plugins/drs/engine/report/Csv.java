package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.result.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows as comma-separated values (RFC 4180), in UTF-8. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front: names come from elsewhere, and opening a file must run nothing.
 */
final class Csv {
    private static final String FORMULA = "=+-@";

    private final StringBuilder text = new StringBuilder();

    Csv(String... headings) {
        row(List.of(headings));
    }

    /** Adds a row; an empty {@code Optional} is an empty cell, numbers and times are written as they are. */
    void row(Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            Object value = cell instanceof Optional<?> optional ? optional.orElse(null) : cell;
            texts.add(value == null ? "" : value instanceof String it ? harmless(it) : value.toString());
        }
        row(texts);
    }

    private void row(List<String> cells) {
        text.append(String.join(",", cells.stream().map(Csv::quoted).toList())).append("\r\n");
    }

    private static String harmless(String raw) {
        String line = PlainText.line(raw);
        return !line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
