package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes names of what the source calls things: of at most 128 characters, on one line, each used once. */
final class UniqueNames {
    private static final int LONGEST = 128;

    private final Set<String> used = new HashSet<>();
    private final Notes notes;

    UniqueNames(Notes notes) {
        this.notes = notes;
    }

    /** The name, changed where it cannot stay, which is told. */
    String of(String written, JsonPointer at) {
        String clean = clean(written);
        String name = cut(clean, "");
        for (int number = 2; !used.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = cut(clean, " (" + number + ")");
        }
        if (!name.equals(written)) {
            notes.changed(at, "The name " + Shown.quoted(written) + " cannot stay; it is now " + Shown.quoted(name));
        }
        return name;
    }

    private static String clean(String written) {
        StringBuilder clean = new StringBuilder();
        written.codePoints().forEach(character -> clean.appendCodePoint(Shown.isHidden(character) ? ' ' : character));
        String stripped = clean.toString().strip();
        return stripped.isEmpty() ? "Unnamed" : stripped;
    }

    private static String cut(String name, String suffix) {
        int longest = LONGEST - suffix.length();
        String kept = name;
        if (name.length() > longest) {
            boolean half = Character.isHighSurrogate(name.charAt(longest - 1));
            kept = name.substring(0, half ? longest - 1 : longest).strip();
        }
        return kept + suffix;
    }
}
