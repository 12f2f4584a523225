package io.jenkins.plugins.drs.engine.aws.sdk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Complete lists out of calls that answer in pages, or that take only so many ids. */
final class Pages {
    private Pages() {}

    /**
     * The items of all pages.
     *
     * @param fetch gets a page by its token; null means the first
     * @param next the token of the page after, null or empty at the end
     */
    static <P, T> List<T> all(Function<String, P> fetch, Function<P, List<T>> items, Function<P, String> next) {
        return until(found -> false, fetch, items, next);
    }

    /**
     * The items of the first pages.
     *
     * @param enough whether what was found so far is enough; asked after each page
     */
    static <P, T> List<T> until(
            Predicate<List<T>> enough,
            Function<String, P> fetch,
            Function<P, List<T>> items,
            Function<P, String> next) {
        List<T> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String token = null;
        do {
            P page = fetch.apply(token);
            all.addAll(items.apply(page));
            token = enough.test(all) ? null : next.apply(page);
        } while (token != null && !token.isEmpty() && seen.add(token)); // a token that comes again would loop for ever
        return all;
    }

    /** The items for all {@code ids}, asked for at most {@code limit} at a time, each id once. No ids: no call. */
    static <T> List<T> chunked(Collection<String> ids, int limit, Function<List<String>, List<T>> fetch) {
        List<String> each = List.copyOf(new LinkedHashSet<>(ids));
        List<T> all = new ArrayList<>();
        for (int from = 0; from < each.size(); from += limit) {
            all.addAll(fetch.apply(each.subList(from, Math.min(from + limit, each.size()))));
        }
        return all;
    }
}
