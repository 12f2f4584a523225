package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.term.FailureKind;
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
    /** With 200 items on a page, ten times as many as any list of AWS may have for the engine. */
    private static final int MOST_PAGES = 1000;

    /** SSM and EC2 may answer filtered calls with empty pages; so many in a row lead nowhere. */
    private static final int MOST_IN_VAIN = 50;

    private Pages() {}

    /**
     * One page.
     *
     * @param next the token of the page after, null or empty at the end
     */
    record Page<T>(List<T> items, String next) {}

    /**
     * The items of the first pages.
     *
     * @param operation that gives them, for failures
     * @param enough whether what was found so far is enough; asked after each page
     * @param fetch gets a page by its token; null means the first
     * @throws AwsFailure when the pages do not come to an end: a list that is cut off is never taken for a whole one
     */
    static <T> List<T> until(String operation, Predicate<List<T>> enough, Function<String, Page<T>> fetch) {
        List<T> all = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        Set<T> different = new HashSet<>();
        int inVain = 0;
        for (String token = null; ; ) {
            Page<T> page = fetch.apply(token);
            all.addAll(page.items());
            token = page.next();
            if (token == null || token.isEmpty() || enough.test(all)) {
                return all;
            }
            inVain = different.addAll(page.items()) ? 0 : inVain + 1;
            if (!tokens.add(token) || tokens.size() >= MOST_PAGES || inVain >= MOST_IN_VAIN) {
                throw endless(operation, tokens.size() + 1, all.size());
            }
        }
    }

    private static AwsFailure endless(String operation, int pages, int items) {
        return FailureClassifier.found(
                operation,
                FailureKind.UNREADABLE,
                "EndlessPages",
                "Expected pages that come to an end, but after " + pages + " of them with " + items
                        + " items the next one is still promised, or was there before");
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
