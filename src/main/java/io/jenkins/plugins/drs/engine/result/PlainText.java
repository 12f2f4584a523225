package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.plan.Shown;

/** Text from elsewhere made fit for one line of a log or page. */
public final class PlainText {
    private PlainText() {}

    /** The text on one line: line breaks and tabs as spaces, every other hidden character as {@link Shown#line} shows it. */
    public static String line(String text) {
        return Shown.line(text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '));
    }

    /** The text, cut to {@code length} characters with an ellipsis when it is longer. */
    public static String shortened(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }
}
