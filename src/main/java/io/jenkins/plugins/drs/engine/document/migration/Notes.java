package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.SecretGuess;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Collects what a migration has to tell, at most 10,000 notes. */
final class Notes {
    private static final int MOST = 10_000;

    private final List<MigrationNote> notes = new ArrayList<>();
    private int more;

    void lost(JsonPointer at, String name, Object value) {
        if (!isNothing(value)) {
            add(MigrationNote.Kind.LOST, at.child(name), "There is no counterpart; it was " + shown(name, value));
        }
    }

    void lost(JsonPointer at, String message) {
        add(MigrationNote.Kind.LOST, at, message);
    }

    void changed(JsonPointer at, String message) {
        add(MigrationNote.Kind.CHANGED, at, message);
    }

    void assumed(JsonPointer at, String message) {
        add(MigrationNote.Kind.ASSUMED, at, message);
    }

    private void add(MigrationNote.Kind kind, JsonPointer at, String message) {
        if (notes.size() < MOST) {
            notes.add(new MigrationNote(kind, at.text(), message));
        } else {
            more++;
        }
    }

    List<MigrationNote> all() {
        List<MigrationNote> all = new ArrayList<>(notes);
        if (more > 0) {
            all.add(new MigrationNote(MigrationNote.Kind.LOST, "", more + " more notes are not shown"));
        }
        return all;
    }

    /** Nobody misses a field that says nothing. */
    private static boolean isNothing(Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    private static String shown(String name, Object value) {
        String text = String.valueOf(value);
        return SecretGuess.looksSecret(name, text) ? "a value that looks like a secret" : Shown.quoted(text);
    }
}
