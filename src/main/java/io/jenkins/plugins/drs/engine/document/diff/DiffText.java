package io.jenkins.plugins.drs.engine.document.diff;

import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Differences as lines for people: {@code + } added, {@code - } removed, {@code ~ } changed with its fields below. */
public final class DiffText {
    private DiffText() {}

    /**
     * One line for each item and one for each changed field; nothing in them moves a terminal.
     *
     * @param most how many lines to give; where there are more, the last one says how many
     */
    public static List<String> lines(ConfigurationDiff diff, int most) {
        List<String> lines = new ArrayList<>();
        diff.changes().forEach(change -> add(change, lines));
        if (lines.size() <= most) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, most - 1));
        shown.add("... and " + (lines.size() - shown.size()) + " more lines");
        return shown;
    }

    /** In one line: {@code 2 protection groups added, 1 recovery plan changed}; {@code no changes} when there are none. */
    public static String summary(Map<ItemKind, ItemCounts> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((kind, count) -> {
            part(parts, kind, count.added(), "added");
            part(parts, kind, count.changed(), "changed");
            part(parts, kind, count.removed(), "removed");
        });
        return parts.isEmpty() ? "no changes" : String.join(", ", parts);
    }

    private static void part(List<String> parts, ItemKind kind, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + kind.words() + (count == 1 ? " " : "s ") + what);
        }
    }

    private static void add(ItemChange change, List<String> lines) {
        String sign =
                switch (change.type()) {
                    case ADDED -> "+ ";
                    case REMOVED -> "- ";
                    case CHANGED -> "~ ";
                };
        lines.add(sign + change.kind().words() + " " + Shown.quoted(change.name()));
        if (change.type() == ItemChange.Type.CHANGED) {
            change.fields().forEach(field -> lines.add("    " + line(field)));
        }
    }

    private static String line(FieldChange field) {
        String path = String.join(
                "/",
                List.of(field.path().split("/", -1)).stream().map(Shown::plain).toList());
        if (field.before() == null) {
            return path + ": added " + value(field.after());
        }
        if (field.after() == null) {
            return path + ": removed " + value(field.before());
        }
        return path + ": " + value(field.before()) + " -> " + value(field.after());
    }

    private static String value(Object value) {
        return value instanceof String text && (text.equals(FieldChange.HIDDEN) || text.equals(FieldChange.WITHHELD))
                ? text
                : Shown.quoted(String.valueOf(value));
    }
}
