package io.jenkins.plugins.drs.simulator.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.state.Ids;
import io.jenkins.plugins.drs.simulator.wire.AwsError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Pages of a list. A token belongs to the query that got it: same operation, account, Region and filters. It
 * names the last entry that was given out, so that entries that come or go meanwhile repeat and skip nothing.
 */
public final class Paging {
    private final String tokenMember;
    private final String sizeMember;
    private final Supplier<AwsError> badToken;

    /**
     * Pages with the member names of a service.
     *
     * @param badToken what is said to a token that is garbled or of another query
     */
    public Paging(String tokenMember, String sizeMember, Supplier<AwsError> badToken) {
        this.tokenMember = tokenMember;
        this.sizeMember = sizeMember;
        this.badToken = badToken;
    }

    /** One page, and the token of the next where there is one. */
    public record Page<T>(List<T> items, Optional<String> nextToken) {

        /** Writes the token, where there is one. */
        public void putToken(ObjectNode output, String member) {
            nextToken.ifPresent(token -> output.put(member, token));
        }
    }

    /**
     * The page that a call asks for.
     *
     * @param all everything that the query finds, in order
     * @param key tells entries apart and never changes
     * @param largest most entries in a page, whatever the call asks for
     */
    public <T> Page<T> page(Call call, List<T> all, Function<T, String> key, int largest) {
        String query = queryOf(call);
        int from = call.text(tokenMember)
                .filter(token -> !token.isEmpty())
                .map(token -> start(token, query, call.world().ids(), all, key))
                .orElse(0);
        int size = Math.min(largest, Math.max(1, call.input().path(sizeMember).asInt(largest)));
        int to = Math.min(all.size(), from + size);
        Optional<String> next = to == all.size()
                ? Optional.empty()
                : Optional.of(token(
                        to, key.apply(all.get(to - 1)), query, call.world().ids()));
        return new Page<>(List.copyOf(all.subList(from, to)), next);
    }

    private String queryOf(Call call) {
        ObjectNode filters = call.input().deepCopy();
        filters.remove(List.of(tokenMember, sizeMember));
        return call.operation() + call.region().accountId() + call.region().name() + filters;
    }

    private static String token(int offset, String lastKey, String query, Ids ids) {
        String content = offset + "|" + lastKey;
        String token = content + "|" + ids.stable("", "page", content, query);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    private <T> int start(String token, String query, Ids ids, List<T> all, Function<T, String> key) {
        String[] parts = decode(token).split("\\|");
        if (parts.length != 3 || !token.equals(token(number(parts[0]), parts[1], query, ids))) {
            throw badToken.get();
        }
        for (int i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).equals(parts[1])) {
                return i + 1;
            }
        }
        return Math.min(number(parts[0]), all.size()); // the entry has gone: go on at the same place
    }

    private String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw badToken.get();
        }
    }

    private int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw badToken.get();
        }
    }
}
