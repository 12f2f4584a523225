package io.jenkins.plugins.drs.engine.document.sync;

import java.util.Locale;

/** What becomes of items that were changed in the store, and not by the repository, since the last sync. */
public enum OnManualChange {
    /** They stay as they are; everything else follows the repository. */
    KEEP,
    /** They become what the repository says. */
    OVERWRITE,
    /** Nothing is changed at all. */
    FAIL;

    /** The word by which people choose it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when it is none of keep, overwrite and fail */
    public static OnManualChange of(String word) {
        for (OnManualChange choice : values()) {
            if (choice.word().equals(word)) {
                return choice;
            }
        }
        throw new IllegalArgumentException("Expected onManualChange keep, overwrite or fail, but got '" + word + "'");
    }
}
