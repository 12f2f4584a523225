package io.jenkins.plugins.drs.plugin.pages.shared;

import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.DiffText;
import io.jenkins.plugins.drs.engine.document.diff.FieldChange;
import io.jenkins.plugins.drs.engine.document.diff.ItemChange;
import io.jenkins.plugins.drs.engine.result.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Differences of two configurations as a page shows them, as far as a person would read. */
public final class DiffView {
    private static final int MOST_ITEMS = 200;
    private static final int MOST_FIELDS = 200;

    private final String summary;
    private final List<Item> items = new ArrayList<>();
    private final int more;

    private DiffView(ConfigurationDiff diff) {
        summary = DiffText.summary(diff.counts());
        diff.changes().stream().limit(MOST_ITEMS).map(Item::new).forEach(items::add);
        more = diff.changes().size() - items.size();
    }

    /** Whoever may not change plans sees that roles and external ids changed, not what they are. */
    public static DiffView of(ConfigurationDiff diff) {
        return new DiffView(Access.mayConfigure() ? diff : diff.withoutRoles());
    }

    /** Only the items that matter. */
    public static DiffView of(ConfigurationDiff diff, Predicate<ItemChange> which) {
        return new DiffView(
                new ConfigurationDiff(diff.changes().stream().filter(which).toList()));
    }

    public boolean isNone() {
        return items.isEmpty();
    }

    /** How many of each kind, in one line. */
    public String getSummary() {
        return summary;
    }

    public List<Item> getItems() {
        return items;
    }

    /** How many items are not shown. */
    public int getMore() {
        return more;
    }

    /** One account, group or plan. */
    public record Item(ItemChange change) {
        public String getName() {
            return PlainText.line(change.name());
        }

        public String getKind() {
            return change.kind().words();
        }

        /** For the style sheet: {@code added}, {@code changed} or {@code removed}. */
        public String getTone() {
            return change.type().name().toLowerCase(Locale.ROOT);
        }

        public String getType() {
            return switch (change.type()) {
                case ADDED -> Messages.diff_added();
                case CHANGED -> Messages.diff_changed();
                case REMOVED -> Messages.diff_removed();
            };
        }

        /** Open where it is about what changed; what came or went as a whole needs no look at each field. */
        public boolean isOpen() {
            return change.type() == ItemChange.Type.CHANGED;
        }

        public List<Field> getFields() {
            return change.fields().stream().limit(MOST_FIELDS).map(Field::new).toList();
        }

        public int getMoreFields() {
            return Math.max(0, change.fields().size() - MOST_FIELDS);
        }
    }

    /** One field of an item. */
    public record Field(FieldChange change) {
        public String getPath() {
            return PlainText.line(
                    change.path().replace("/", " / ").replace("~1", "/").replace("~0", "~"));
        }

        /** Empty when it was not there. */
        public String getBefore() {
            return text(change.before());
        }

        /** Empty when it is gone. */
        public String getAfter() {
            return text(change.after());
        }

        private static String text(Object value) {
            return value == null ? "" : PlainText.line(String.valueOf(value));
        }
    }
}
