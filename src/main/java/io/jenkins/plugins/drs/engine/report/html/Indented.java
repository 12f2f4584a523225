package io.jenkins.plugins.drs.engine.report.html;

/** JSON with line breaks and indents, for people. */
final class Indented {
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private Indented() {}

    /** The same document, with a member or item on each line. */
    static String json(String compact) {
        Indented indented = new Indented();
        boolean text = false;
        for (int index = 0; index < compact.length(); index++) {
            char next = compact.charAt(index);
            boolean escaped = next == '\\' && text;
            if (escaped) {
                indented.out.append(next).append(compact.charAt(++index));
            } else {
                text ^= next == '"';
                indented.accept(next, text);
            }
        }
        return indented.out.toString();
    }

    private void accept(char next, boolean text) {
        if (text || "{}[],:".indexOf(next) < 0) {
            out.append(next);
        } else if (next == '{' || next == '[') {
            depth++;
            newLine(next);
        } else if (next == '}' || next == ']') {
            depth--;
            out.append('\n').append("  ".repeat(depth)).append(next);
        } else if (next == ',') {
            newLine(next);
        } else {
            out.append(": ");
        }
    }

    private void newLine(char after) {
        out.append(after).append('\n').append("  ".repeat(depth));
    }
}
