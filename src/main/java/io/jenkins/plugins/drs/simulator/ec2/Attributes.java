package io.jenkins.plugins.drs.simulator.ec2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What filters can ask of one resource: values by filter name. */
final class Attributes {
    private final Map<String, List<String>> values = new HashMap<>();

    /** With one more value of a name; null adds none. */
    Attributes with(String name, String value) {
        List<String> known = values.computeIfAbsent(name, key -> new ArrayList<>());
        if (value != null) {
            known.add(value);
        }
        return this;
    }

    /** With tags, as the filters {@code tag:KEY} and {@code tag-key} see them. */
    Attributes tags(Map<String, String> tags) {
        tags.forEach((key, value) -> with("tag:" + key, value).with("tag-key", key));
        return this;
    }

    /** Empty when there is none. */
    List<String> of(String name) {
        return values.getOrDefault(name, List.of());
    }
}
