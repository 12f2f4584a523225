package io.jenkins.plugins.drs.engine.plan;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Checks of names and descriptions. */
final class Texts {
    static final int LONGEST_NAME = 128;
    static final int LONGEST_DESCRIPTION = 4096;

    private Texts() {}

    /** The form in which names are compared. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static void name(String what, String name, JsonPointer at, Problems problems) {
        if (name.isBlank()) {
            problems.error(at, "The " + what + " is missing", "Give it a name of at most 128 characters");
        } else if (name.length() > LONGEST_NAME) {
            problems.error(
                    at,
                    "The " + what + " " + Shown.quoted(name) + " has " + name.length() + " characters",
                    "Write at most " + LONGEST_NAME);
        } else if (name.codePoints().anyMatch(Character::isISOControl)) {
            problems.error(
                    at,
                    "The " + what + " " + Shown.quoted(name) + " contains a control character",
                    "Write it on one line, without tabs");
        } else if (name.codePoints().anyMatch(Shown::isHidden)) {
            problems.error(
                    at,
                    "The " + what + " " + Shown.quoted(name) + " contains a character that cannot be seen",
                    "Write it without zero-width characters and characters that change the direction of text");
        } else if (!name.equals(name.strip())) {
            problems.error(
                    at, "The " + what + " " + Shown.quoted(name) + " begins or ends with a space", "Remove the space");
        }
    }

    static void description(String description, JsonPointer at, Problems problems) {
        if (description.length() > LONGEST_DESCRIPTION) {
            problems.error(
                    at,
                    "The description has " + description.length() + " characters",
                    "Write at most " + LONGEST_DESCRIPTION);
        } else if (description.codePoints().anyMatch(Texts::isUnprintable)) {
            problems.error(at, "The description contains a control character", "Remove it; line breaks are fine");
        }
    }

    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    /** Reports names that were there before, whatever their case. One instance sees all names of one list. */
    static final class Unique {
        private final Map<String, JsonPointer> seen = new HashMap<>();
        private final String what;
        private final Problems problems;

        Unique(String what, Problems problems) {
            this.what = what;
            this.problems = problems;
        }

        void add(String name, JsonPointer at) {
            JsonPointer first = name.isBlank() ? null : seen.putIfAbsent(key(name), at);
            if (first != null) {
                problems.error(
                        at,
                        "The " + what + " " + Shown.quoted(name) + " is already used at " + Shown.plain(first.text()),
                        "Give each its own; upper and lower case are the same");
            }
        }
    }
}
