package io.jenkins.plugins.drs.engine.plan;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant by a word that nobody knows. */
public final class Suggestion {
    /** Comparing with more than these would take longer than the help is worth. */
    private static final int MOST_CANDIDATES = 200;

    private static final int LONGEST_WORD = 60;

    private Suggestion() {}

    /** The candidate nearest to {@code word} by edit distance; empty when none is near or there are very many. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        if (candidates.size() > MOST_CANDIDATES || word.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        String nearest = null;
        int smallest = 1 + Math.min(3, word.length() / 3);
        for (String candidate : candidates) {
            int distance = distance(normal(word), normal(candidate), smallest);
            if (distance < smallest) {
                smallest = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
    }

    /** Levenshtein distance, or {@code enough} as soon as the lengths alone make it at least that. */
    private static int distance(String left, String right, int enough) {
        if (Math.abs(left.length() - right.length()) >= enough) {
            return enough;
        }
        int[] row = new int[right.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[right.length()];
    }
}
