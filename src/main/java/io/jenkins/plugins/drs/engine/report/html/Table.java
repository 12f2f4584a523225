package io.jenkins.plugins.drs.engine.report.html;

import java.util.List;
import java.util.function.Consumer;

/** A table with a caption for those who cannot see it, and column headings. */
final class Table {
    private final HtmlWriter html;

    Table(HtmlWriter html) {
        this.html = html;
    }

    /** Writes a table; {@code row} writes the cells of one item. */
    <T> void of(String caption, List<String> headings, Iterable<T> items, Consumer<T> row) {
        write("plain", caption, headings, items, row);
    }

    /** Writes a table that scripts, where there are any, make sortable by what its cells show or name as data-sort. */
    <T> void sortable(String caption, List<String> headings, Iterable<T> items, Consumer<T> row) {
        write("sortable", caption, headings, items, row);
    }

    private <T> void write(String kind, String caption, List<String> headings, Iterable<T> items, Consumer<T> row) {
        html.in(
                "div",
                () -> html.in(
                        "table",
                        () -> {
                            html.element("caption", caption)
                                    .in("thead", () -> html.in("tr", () -> headings.forEach(this::heading)));
                            html.in(
                                    "tbody",
                                    () -> items.forEach(item -> html.line().in("tr", () -> row.accept(item))));
                        },
                        "class",
                        kind),
                "class",
                "scroll",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                caption);
        html.line();
    }

    private void heading(String heading) {
        html.element("th", heading, "scope", "col");
    }

    /** Writes a cell that names its row. */
    void head(String text) {
        html.element("th", text, "scope", "row");
    }

    void cell(String text) {
        html.element("td", text);
    }

    /** Writes a cell with an id or other word of a machine. */
    void code(String text) {
        html.in("td", () -> html.element("code", text));
    }

    void number(String text) {
        html.element("td", text, "class", "number");
    }

    void badge(Tone tone, String word) {
        html.in("td", () -> tone.badge(html, word));
    }
}
