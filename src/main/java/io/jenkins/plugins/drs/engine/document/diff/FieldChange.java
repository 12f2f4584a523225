package io.jenkins.plugins.drs.engine.document.diff;

import java.util.List;

/**
 * One field whose value is another one than before.
 *
 * @param path where the field is within its item: names of fields, and names of waves, actions and servers where they
 *     are in a list ({@code waves/Database/maxWaitTime}); a slash within a name is {@code ~1}, a tilde {@code ~0}
 * @param before text, number, boolean or list of these; null when the field was not there
 * @param after likewise; null when the field is gone
 */
public record FieldChange(String path, Object before, Object after) {
    /** Stands in place of values that look like secrets. */
    public static final String HIDDEN = "(not shown: looks like a secret)";

    /** Stands in place of values that are not for everybody who may see that they changed. */
    public static final String WITHHELD = "(not shown)";

    public FieldChange {
        before = wide(before);
        after = wide(after);
    }

    /** The same change without its values. */
    FieldChange withheld() {
        return new FieldChange(path, before == null ? null : WITHHELD, after == null ? null : WITHHELD);
    }

    /** Whole numbers are equal whatever they were read with. */
    private static Object wide(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof List<?> list
                ? list.stream().map(FieldChange::wide).toList()
                : value;
    }
}
