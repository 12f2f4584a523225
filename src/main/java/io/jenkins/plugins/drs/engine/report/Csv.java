package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.result.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Columns of comma-separated values (RFC 4180), in UTF-8. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front: names come from elsewhere, and opening a file must run nothing.
 *
 * @param <T> what a row is about
 */
final class Csv<T> {
    private static final String FORMULA = "=+-@";

    private final List<String> headings = new ArrayList<>();
    private final List<Function<T, Object>> columns = new ArrayList<>();

    /** Adds a column; an empty {@code Optional} is an empty cell, numbers and times are written as they are. */
    Csv<T> column(String heading, Function<T, Object> cell) {
        headings.add(heading);
        columns.add(cell);
        return this;
    }

    /** The headings, and a row for each. */
    String of(List<T> rows) {
        return row(headings)
                + rows.stream()
                        .map(it -> row(columns.stream()
                                .map(column -> text(column.apply(it)))
                                .toList()))
                        .collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String text(Object cell) {
        Object value = cell instanceof Optional<?> optional ? optional.orElse(null) : cell;
        return value == null ? "" : value instanceof String it ? harmless(it) : value.toString();
    }

    private static String harmless(String raw) {
        String line = PlainText.line(raw);
        return !line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
