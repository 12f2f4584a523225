package io.jenkins.plugins.drs.engine.document.store;

import java.time.Instant;

/**
 * Who changed the configuration, when, how and why.
 *
 * @param who person or job; {@code unknown} when blank, cut after 256 characters
 * @param when the time of the caller's clock
 * @param why in the words of who made the change; may be empty, cut after 4,096 characters
 */
public record Change(String who, Instant when, Kind kind, String why) {
    private static final int LONGEST_WHO = 256;
    private static final int LONGEST_WHY = 4096;

    /** By which way the change came. */
    public enum Kind {
        /** On a page, or by a program that edits single items. */
        EDIT,
        /** An imported document. */
        IMPORT,
        /** Configuration as code. */
        CODE,
        /** Taken over from a repository. */
        SYNC,
        /** An older revision was put back. */
        ROLLBACK,
        /** The entry of the history cannot be read. */
        UNKNOWN
    }

    public Change {
        who = who.isBlank() ? "unknown" : cut(who.strip(), LONGEST_WHO);
        why = cut(why.strip(), LONGEST_WHY);
    }

    private static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
