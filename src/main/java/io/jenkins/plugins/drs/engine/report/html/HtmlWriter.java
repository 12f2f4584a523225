package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Writes HTML and the SVG in it. The only place that escapes: whatever text comes in, comes out as text.
 *
 * <p>Names of elements and attributes are the program's own and are checked; attributes that would carry a script or a
 * style are refused, because the page must work under a policy that forbids both.
 */
final class HtmlWriter {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern LINK = Pattern.compile("#[a-z0-9-]+|(\\.\\./)?[a-z0-9./-]+");
    private static final int LONGEST_TEXT = 4_000;

    private static final int SPILL = 1 << 16;

    private final StringBuilder out = new StringBuilder(1 << 14);
    private final String files;
    private final Writer target;

    /** @param files where the other files of the run are, as the beginning of a relative link */
    HtmlWriter(String files) {
        this(files, null);
    }

    /** @param target takes what is written, a piece at a time; null keeps all of it for {@link #toString} */
    HtmlWriter(String files, Writer target) {
        this.files = files;
        this.target = target;
    }

    private void spill(int atLeast) {
        if (target == null || out.length() < atLeast) {
            return;
        }
        try {
            target.append(out);
        } catch (IOException e) {
            throw new UncheckedIOException("The page cannot be written", e);
        }
        out.setLength(0);
    }

    /** Hands over what is still held back. */
    void finish() {
        spill(0);
    }

    String files() {
        return files;
    }

    /** Writes an element with what {@code content} writes in it; attributes are names and values in turn. */
    HtmlWriter in(String tag, Runnable content, String... attributes) {
        begin(tag, attributes);
        out.append('>');
        content.run();
        out.append("</").append(tag).append('>');
        spill(SPILL);
        return this;
    }

    /** Writes an element with text in it. */
    HtmlWriter element(String tag, String text, String... attributes) {
        return in(tag, () -> text(text), attributes);
    }

    /** Writes an element that has no end tag. */
    HtmlWriter single(String tag, String... attributes) {
        begin(tag, attributes);
        out.append("/>");
        return this;
    }

    /** Writes text. Very long text is cut, with a note that it was. */
    HtmlWriter text(String text) {
        boolean cut = text.length() > LONGEST_TEXT;
        escape(cut ? PlainText.shortened(text, LONGEST_TEXT) : text);
        if (cut) {
            out.append(" (cut; all of it is in results.json)");
        }
        return this;
    }

    /** Writes text with its line breaks. */
    HtmlWriter lines(String text) {
        text.lines().forEach(line -> {
            escape(line);
            out.append('\n');
        });
        return this;
    }

    /** Asks for a script in a file beside the page. A policy that forbids scripts leaves the page as it is. */
    HtmlWriter script(String file) {
        if (!LINK.matcher(file).matches()) {
            throw new IllegalArgumentException("Expected a file beside the page, but got '" + file + "'");
        }
        out.append("<script src=\"").append(file).append("\" defer=\"defer\"></script>");
        return this;
    }

    /** Says that a page of HTML follows. */
    HtmlWriter doctype() {
        out.append("<!DOCTYPE html>\n");
        return this;
    }

    /** Begins a new line in the source, for people who read it. */
    HtmlWriter line() {
        out.append('\n');
        return this;
    }

    private void begin(String tag, String... attributes) {
        out.append('<').append(checked(tag));
        for (int index = 0; index < attributes.length; index += 2) {
            attribute(attributes[index], attributes[index + 1]);
        }
    }

    private void attribute(String name, String value) {
        if (name.equals("style") || name.startsWith("on")) {
            throw new IllegalArgumentException("Expected no script and no style, but got the attribute '" + name + "'");
        }
        boolean link = name.equals("href") || name.equals("src");
        if (link && !LINK.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected a link within the report, but got '" + value + "'");
        }
        out.append(' ').append(checked(name)).append("=\"");
        escape(value);
        out.append('"');
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches() || name.equalsIgnoreCase("script") || name.equalsIgnoreCase("style")) {
            throw new IllegalArgumentException("Expected the name of an element or attribute, but got '" + name + "'");
        }
        return name;
    }

    private void escape(String text) {
        PlainText.line(text).codePoints().forEach(this::escape);
    }

    private void escape(int character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(character);
        }
    }

    /** What was written so far. */
    @Override
    public String toString() {
        return out.toString();
    }
}
