package io.jenkins.plugins.drs.engine.document;

/**
 * A place in the text of a document.
 *
 * @param line counted from 1; 0 if unknown
 * @param column counted from 1; 0 if unknown
 */
record Position(int line, int column) {
    static final Position UNKNOWN = new Position(0, 0);

    /** Where the character at {@code offset} of {@code text} stands. */
    static Position at(CharSequence text, int offset) {
        int line = 1;
        int lineStart = 0;
        for (int index = 0; index < offset; index++) {
            if (text.charAt(index) == '\n') {
                line++;
                lineStart = index + 1;
            }
        }
        return new Position(line, offset - lineStart + 1);
    }
}
