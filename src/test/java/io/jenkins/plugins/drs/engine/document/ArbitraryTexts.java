package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Texts and values that some reader or writer might take for something else. */
final class ArbitraryTexts {
    private static final String[] TROUBLE = {
        "yes",
        "no",
        "null",
        "~",
        "0123",
        "1e3",
        "0x1F",
        "2024-01-15",
        "12:30",
        "- a",
        "a: b",
        "# c",
        "'",
        "\"",
        "{",
        "[x]",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "C:\\temp",
        "%41",
        "&amp;",
        "*a",
        "!!tag",
        "|",
        ">",
        "=",
        "<<",
        "\uD83D\uDE00",
        "\u00FC\u4E2D\u0645",
        "\u200Eleft",
        "a\u2028b",
        "true",
        ".5",
        "-.inf",
        "@x",
        "`y`",
        "a  b",
        "$LATEST"
    };

    private ArbitraryTexts() {}

    /** Of 1 to 24 characters, on one line, without a space at either end, all of them visible: names may hold no others. */
    static Arbitrary<String> name() {
        return line().filter(text -> text.codePoints().noneMatch(Shown::isHidden));
    }

    private static Arbitrary<String> line() {
        Arbitrary<String> any = characters()
                .ofMinLength(1)
                .ofMaxLength(24)
                .map(text -> text.replaceAll("\\p{Cc}", "x").strip())
                .filter(text -> !text.isBlank());
        return Arbitraries.frequencyOf(Tuple.of(2, any), Tuple.of(3, Arbitraries.of(TROUBLE)));
    }

    /** May be empty, and hold line breaks and tabs. */
    static Arbitrary<String> text() {
        Arbitrary<String> lines =
                Arbitraries.of(TROUBLE).list().ofMaxSize(3).map(list -> String.join("\n", list) + "\t");
        return Arbitraries.oneOf(Arbitraries.just(""), line(), lines);
    }

    private static StringArbitrary characters() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00A1', '\u024F')
                .withCharRange('\u4E00', '\u4E20')
                .withChars('\u2028', '\uFEFF', '\u200D', '\uE000');
    }

    /** What fields that nobody knows may hold. */
    static Arbitrary<Object> value() {
        Arbitrary<Object> scalar = Arbitraries.oneOf(
                text().map(text -> text),
                Arbitraries.longs().map(number -> number),
                Arbitraries.of(true, false).map(flag -> flag));
        return Arbitraries.oneOf(
                scalar,
                scalar.list().ofMaxSize(2).map(list -> list),
                unknownNames().list().ofSize(1).map(names -> Map.of(names.get(0), List.of())));
    }

    /** No field of the format has such a name. */
    static Arbitrary<String> unknownNames() {
        return name().map(name -> "x-" + name.toLowerCase(Locale.ROOT));
    }

    static Arbitrary<Map<String, Object>> unknown() {
        return Arbitraries.maps(unknownNames(), value()).ofMaxSize(2);
    }
}
