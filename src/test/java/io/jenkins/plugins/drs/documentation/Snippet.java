package io.jenkins.plugins.drs.documentation;

import java.nio.file.Path;

/**
 * Code in a document.
 *
 * @param line of the file where {@code text} begins, from 1
 */
record Snippet(Path file, int line, Kind kind, String text) {
    /** How it stands there. */
    enum Kind {
        /** Code of its own: a Jenkinsfile, a block in Markdown, {@code <pre>}. */
        SCRIPT,
        /** A few words of code within a sentence. */
        INLINE,
        /** A block of YAML. */
        YAML
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
