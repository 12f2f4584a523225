package io.jenkins.plugins.drs.documentation;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a snippet. */
final class Problems {
    private final Snippet snippet;
    private final List<String> found = new ArrayList<>();

    Problems(Snippet snippet) {
        this.snippet = snippet;
    }

    /** @param line of the snippet, from 1 */
    void add(int line, String problem) {
        found.add(snippet.file() + ":" + (snippet.line() + Math.max(line, 1) - 1) + ": " + problem);
    }

    List<String> found() {
        return found;
    }
}
