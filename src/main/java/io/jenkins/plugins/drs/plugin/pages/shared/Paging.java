package io.jenkins.plugins.drs.plugin.pages.shared;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** A page of a long list, of which a filter keeps a part. */
public final class Paging<T> {
    static final int SIZE = 50;

    private final List<T> found;
    private final int number;

    private Paging(List<T> found, int number) {
        this.found = List.copyOf(found);
        this.number = Math.max(1, Math.min(number, pages()));
    }

    /**
     * A page of what matches.
     *
     * @param number counted from 1; one that is not there, or is no number, gives the nearest that is
     */
    public static <T> Paging<T> of(List<T> all, Predicate<T> matches, String number) {
        return new Paging<>(all.stream().filter(matches).toList(), parsed(number));
    }

    private static int parsed(String number) {
        try {
            return number == null ? 1 : Integer.parseInt(number.trim());
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Keeps those of whose texts one has all the words of the query, in any order and case. */
    public static <T> Predicate<T> words(String query, Function<T, String> text) {
        String[] words =
                query == null ? new String[0] : query.toLowerCase(Locale.ROOT).split("\\s+");
        return item -> {
            String within = text.apply(item).toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (!within.contains(word)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** What is on this page. */
    public List<T> getItems() {
        int from = (number - 1) * SIZE;
        return found.subList(Math.min(from, found.size()), Math.min(from + SIZE, found.size()));
    }

    /** How many match, on all pages. */
    public int getTotal() {
        return found.size();
    }

    public int getNumber() {
        return number;
    }

    public int getPages() {
        return pages();
    }

    private int pages() {
        return Math.max(1, (found.size() + SIZE - 1) / SIZE);
    }

    public boolean isFirst() {
        return number == 1;
    }

    public boolean isLast() {
        return number == pages();
    }

    /** Place of the first item of the page among all that match, counted from 1; 0 when nothing does. */
    public int getFrom() {
        return found.isEmpty() ? 0 : (number - 1) * SIZE + 1;
    }

    public int getTo() {
        return Math.min(number * SIZE, found.size());
    }
}
