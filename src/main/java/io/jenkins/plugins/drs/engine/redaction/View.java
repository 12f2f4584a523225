package io.jenkins.plugins.drs.engine.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A text as it reads once it is decoded, and where in the original each character of it stands. */
final class View {
    private final String text;
    private final int[] from;
    private final int[] to;

    private View(String text, int[] from, int[] to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** The text as it is. */
    static View of(String text) {
        return new View(text, null, null);
    }

    String text() {
        return text;
    }

    /** Where in the original the character begins. */
    int from(int index) {
        return from == null ? index : from[index];
    }

    /** Where in the original the character ends. */
    int to(int index) {
        return to == null ? index + 1 : to[index];
    }

    /** This view decoded; the same where there is nothing to decode. */
    View decoded(Decoder decoder) {
        if (!decoder.isIn(text)) {
            return this;
        }
        StringBuilder out = new StringBuilder(text.length());
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        int at = 0;
        while (at < text.length()) {
            int before = out.length();
            int used = decoder.read(text, at, out);
            for (int index = before; index < out.length(); index++) {
                starts[index] = from(at);
                ends[index] = to(at + used - 1);
            }
            at += used;
        }
        int length = out.length();
        return length == text.length() && text.contentEquals(out)
                ? this
                : new View(out.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    }

    /**
     * The ways to read a text: as it is, and decoded up to three times, each time by any decoder. One kind of quotation marks alone
     * is read last, and once: it matters only where a secret itself has two marks in a row.
     */
    static final class Views {
        private static final int DEEPEST = 3;
        private static final int MOST = 600;
        private static final int FEWEST = 60;
        private static final int MOST_CHARACTERS = 20_000_000;
        private static final List<Decoder> LAST = List.of(Decoder.SHELL, Decoder.SQL, Decoder.CSV);
        private static final List<Decoder> ANY = Stream.of(Decoder.values())
                .filter(decoder -> !LAST.contains(decoder))
                .toList();
        private static final int READ_LAST = 1 + ANY.size();

        private Views() {}

        /** All different ones, the text itself first. */
        static List<View> of(String text) {
            List<View> views = new ArrayList<>(List.of(View.of(text)));
            Set<String> texts = new HashSet<>(Set.of(text));
            int most = Math.max(FEWEST, Math.min(MOST, MOST_CHARACTERS / Math.max(1, text.length())));
            int from = 0;
            for (int depth = 0; depth < DEEPEST; depth++) {
                int end = views.size();
                for (int index = from; index < end; index++) {
                    decode(ANY, most, views.get(index), views, texts);
                }
                from = end;
            }
            int first = Math.min(views.size(), READ_LAST);
            for (int index = 0; index < first; index++) {
                decode(LAST, Integer.MAX_VALUE, views.get(index), views, texts);
            }
            return views;
        }

        private static void decode(List<Decoder> decoders, int most, View view, List<View> views, Set<String> texts) {
            for (Decoder decoder : decoders) {
                View decoded = view.decoded(decoder);
                if (decoded != view && views.size() < most && texts.add(decoded.text())) {
                    views.add(decoded);
                }
            }
        }
    }
}
