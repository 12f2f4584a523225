package io.jenkins.plugins.drs.engine.redaction;

import java.util.Arrays;

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
}
