package io.jenkins.plugins.drs.engine.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many texts within another in one pass, whatever their number: the hash of the next characters is kept while going on
 * (Rabin and Karp) and tells which of the texts can begin here.
 */
final class Patterns {
    private static final int WINDOW = Redactable.SHORTEST;
    private static final int BASE = 0x01000193;
    private static final int FIRST_FACTOR = factor();
    private static final int FILTER = 0xffff;

    private final Map<Integer, List<String>> byHash = new HashMap<>();
    private final boolean[] filter;

    /** @param patterns those shorter than {@link Redactable#SHORTEST} are left out */
    Patterns(Collection<String> patterns) {
        filter = patterns.isEmpty() ? new boolean[0] : new boolean[FILTER + 1];
        patterns.stream()
                .filter(pattern -> pattern.length() >= WINDOW)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(pattern -> {
                    int hash = hash(pattern);
                    filter[slot(hash)] = true;
                    byHash.computeIfAbsent(hash, absent -> new ArrayList<>()).add(pattern);
                });
    }

    /** Hears of a place where one was found. */
    @FunctionalInterface
    interface Found {
        void at(int from, int to);
    }

    boolean isEmpty() {
        return byHash.isEmpty();
    }

    /** Tells the longest one at each place. */
    void find(String text, Found found) {
        int last = text.length() - WINDOW;
        if (last < 0) {
            return;
        }
        int hash = hash(text);
        for (int at = 0; at <= last; at++) {
            if (filter[slot(hash)]) {
                longest(text, at, hash, found);
            }
            if (at < last) {
                hash = (hash - text.charAt(at) * FIRST_FACTOR) * BASE + text.charAt(at + WINDOW);
            }
        }
    }

    private void longest(String text, int at, int hash, Found found) {
        for (String pattern : byHash.getOrDefault(hash, List.of())) {
            if (text.startsWith(pattern, at)) {
                found.at(at, at + pattern.length());
                return;
            }
        }
    }

    private static int hash(String text) {
        int hash = 0;
        for (int index = 0; index < WINDOW; index++) {
            hash = hash * BASE + text.charAt(index);
        }
        return hash;
    }

    private static int factor() {
        int factor = 1;
        for (int index = 1; index < WINDOW; index++) {
            factor *= BASE;
        }
        return factor;
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 16) & FILTER;
    }
}
