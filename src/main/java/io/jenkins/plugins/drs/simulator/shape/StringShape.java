package io.jenkins.plugins.drs.simulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** Text with limits on its length, a pattern, or a set of words. */
public final class StringShape implements Shape {
    private final int min;
    private final int max;
    private final Pattern pattern;
    private final List<String> words;

    StringShape(int min, int max, Pattern pattern, List<String> words) {
        this.min = min;
        this.max = max;
        this.pattern = pattern;
        this.words = words;
    }

    /** With limits on its length. */
    public StringShape length(int shortest, int longest) {
        return new StringShape(shortest, longest, pattern, words);
    }

    /** All of it must match. */
    public StringShape pattern(String regex) {
        return new StringShape(min, max, Pattern.compile(regex), words);
    }

    @Override
    public void check(String path, JsonNode value, List<Violation> found) {
        if (!value.isTextual()) {
            found.add(Violation.type(path, "a string"));
            return;
        }
        String text = value.textValue();
        if (text.length() < min) {
            refuse(path, text, "Member must have length greater than or equal to " + min, found);
        }
        if (text.length() > max) {
            refuse(path, text, "Member must have length less than or equal to " + max, found);
        }
        if (pattern != null && !pattern.matcher(text).matches()) {
            refuse(path, text, "Member must satisfy regular expression pattern: " + pattern, found);
        }
        if (!words.isEmpty() && !words.contains(text)) {
            refuse(path, text, "Member must satisfy enum value set: " + words, found);
        }
    }

    private static void refuse(String path, String text, String constraint, List<Violation> found) {
        String shown = text.length() > 256 ? text.substring(0, 256) + "..." : text;
        found.add(Violation.constraint(path, shown, constraint));
    }
}
