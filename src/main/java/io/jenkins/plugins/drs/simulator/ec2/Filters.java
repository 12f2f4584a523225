package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** To what a call narrows its answer: all filters must match, each by any of its values; {@code *} and {@code ?} are wild. */
final class Filters {
    private final List<Filter> filters = new ArrayList<>();

    private Filters() {}

    private record Filter(String name, List<Pattern> values) {}

    /**
     * Reads the filters of a call.
     *
     * @param known names that may be used; {@code tag-key} among them allows {@code tag:KEY} as well
     */
    static Filters of(Call call, Set<String> known) {
        Filters result = new Filters();
        for (JsonNode node : call.input().path("Filter")) {
            String name = node.path("Name").asText();
            boolean tag = name.startsWith("tag:") && known.contains("tag-key");
            if (!tag && !known.contains(name)) {
                throw Ec2Errors.unknownFilter(name);
            }
            List<Pattern> values = new ArrayList<>();
            node.path("Value").forEach(value -> values.add(wild(value.asText())));
            result.filters.add(new Filter(name, values));
        }
        return result;
    }

    boolean accept(Attributes attributes) {
        return filters.stream()
                .allMatch(filter -> attributes.of(filter.name()).stream().anyMatch(actual -> filter.values().stream()
                        .anyMatch(wanted -> wanted.matcher(actual).matches())));
    }

    private static Pattern wild(String value) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
