package io.jenkins.plugins.drs.engine.redaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The secrets within a secret: lines, items, values of JSON, of {@code key=value} and of addresses. */
final class SecretParts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_PARTS = 5000;
    private static final int DEEPEST = 8;
    private static final Pattern BOUNDARY = Pattern.compile("-----(BEGIN|END) [^-]*-----"); // of PEM; no secret
    private static final Pattern ASSIGNMENT =
            Pattern.compile("[\"']?[A-Za-z_][A-Za-z0-9_. -]{0,60}[\"']?(?:\\s*=\\s*|:\\s+)(.+)", Pattern.DOTALL);
    private static final Pattern PAIR =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,60}=(?:\"([^\"]+)\"|'([^']+)'|([^\\s&;,\"'<>]+))");
    private static final Pattern USER_INFO = Pattern.compile("://([^/?#\\s]+)@");
    private static final Pattern UNESCAPED_USER_INFO = Pattern.compile("://(.+)@");
    private static final Pattern SCHEME = Pattern.compile("(?i)(?:Bearer|Basic|Token)\\s+(\\S+)");
    private static final Pattern ELEMENT = Pattern.compile(">([^<>]+)<");
    private static final Pattern LONG_WORD = Pattern.compile("(?<!\\S)(?=\\S*[0-9])(?=\\S*[A-Za-z])\\S{12,}");
    private static final List<Pattern> WITHIN =
            List.of(PAIR, USER_INFO, UNESCAPED_USER_INFO, SCHEME, ELEMENT, LONG_WORD);
    private static final Pattern LOGIN = // user:password, or user/password@host
            Pattern.compile("[^\\s/:@]{0,64}(?::(?!//)(.+)|/([^\\s/@]+)@.*)");
    private static final Pattern LIST = Pattern.compile("[,;]");
    private static final Pattern LINES = Pattern.compile("\\R");

    private static final List<Decoder> ENCODED = List.of(Decoder.PERCENT, Decoder.BASE64);

    private final Set<String> parts = new LinkedHashSet<>();

    private SecretParts() {}

    /** The value without blanks around it, and every part of it that is a secret itself, short ones too. */
    static Set<String> of(String value) {
        SecretParts all = new SecretParts();
        all.collect(value, 0);
        return all.parts;
    }

    /** Whether it is JSON with texts that are too short to be found. */
    static boolean hasSmallOnes(String value) {
        try {
            return value.startsWith("{") && hasSmallOnes(JSON.readTree(value));
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    private static boolean hasSmallOnes(JsonNode node) {
        for (JsonNode child : node) {
            if (hasSmallOnes(child)) {
                return true;
            }
        }
        return node.isTextual()
                && !node.asText().isBlank()
                && node.asText().strip().length() < Redactable.SHORTEST;
    }

    private void collect(String value, int depth) {
        String text = value.strip();
        if (text.length() < Redactable.SHORTEST || depth > DEEPEST || parts.size() >= MOST_PARTS) {
            return;
        }
        if (BOUNDARY.matcher(text).matches() || !parts.add(text)) {
            return;
        }
        for (Decoder decoder : ENCODED) {
            collect(View.of(text).decoded(decoder).text(), depth + 1);
        }
        if (!json(text, depth)) {
            lines(text, depth);
        }
    }

    private boolean json(String text, int depth) {
        if (!text.startsWith("{") && !text.startsWith("[") && !text.startsWith("\"")) {
            return false;
        }
        try {
            JsonNode tree = JSON.readTree(text);
            values(tree, depth + 1);
            return tree.isContainerNode();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    private void values(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isContainerNode()) {
            node.forEach(child -> values(child, depth + 1));
        } else {
            collect(node.asText(), depth + 1);
        }
    }

    private void lines(String text, int depth) {
        parts.add(LINES.matcher(text).replaceAll("\n"));
        String[] lines = LINES.split(text);
        if (lines.length > 1) {
            for (String line : lines) {
                collect(line, depth + 1);
            }
            return;
        }
        Matcher assignment = ASSIGNMENT.matcher(text);
        if (assignment.matches()) {
            collect(unquoted(assignment.group(1)), depth + 1);
        }
        WITHIN.stream()
                .flatMap(pattern -> pattern.matcher(text).results())
                .forEach(found -> collect(last(found), depth + 1));
        Matcher login = LOGIN.matcher(text);
        if (login.matches()) {
            collect(last(login.toMatchResult()), depth + 1);
        }
        for (String item : LIST.split(text)) {
            collect(unquoted(item), depth + 1);
        }
    }

    /** What the last group that took part has found, or all of it. */
    private static String last(MatchResult found) {
        return IntStream.rangeClosed(0, found.groupCount())
                .mapToObj(found::group)
                .filter(Objects::nonNull)
                .reduce("", (before, after) -> after);
    }

    private static String unquoted(String text) {
        String inner = text.strip();
        boolean quoted = inner.length() > 1
                && "\"'".indexOf(inner.charAt(0)) >= 0
                && inner.charAt(0) == inner.charAt(inner.length() - 1);
        if (!quoted) {
            return inner;
        }
        String mark = inner.substring(0, 1);
        return inner.substring(1, inner.length() - 1).replace(mark + mark, mark);
    }
}
