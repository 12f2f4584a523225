package io.jenkins.plugins.drs.documentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code in Markdown: fenced blocks, and spans between back-ticks. */
final class MarkdownSnippets {
    private static final Pattern FENCE = Pattern.compile("^( *)```(\\w*)\\s*$");
    private static final Pattern SPAN = Pattern.compile("(`+)(.+?)\\1");

    private final Path file;
    private final List<Snippet> found = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();
    private Matcher open;
    private int began;

    private MarkdownSnippets(Path file) {
        this.file = file;
    }

    static List<Snippet> of(Path file, String text) {
        MarkdownSnippets snippets = new MarkdownSnippets(file);
        String[] lines = text.split("\r?\n");
        for (int index = 0; index < lines.length; index++) {
            snippets.line(index + 1, lines[index]);
        }
        return snippets.found;
    }

    private void line(int number, String line) {
        Matcher fence = FENCE.matcher(line);
        if (fence.matches()) {
            if (open == null) {
                open = fence;
                began = number + 1;
            } else {
                close();
            }
        } else if (open != null) {
            String indent = open.group(1);
            block.append(line.startsWith(indent) ? line.substring(indent.length()) : line.stripLeading())
                    .append('\n');
        } else {
            SPAN.matcher(line).results().forEach(span -> add(Snippet.Kind.INLINE, number, span.group(2)));
        }
    }

    private void close() {
        switch (open.group(2)) {
            case "groovy" -> add(Snippet.Kind.SCRIPT, began, block.toString());
            case "yaml" -> add(Snippet.Kind.YAML, began, block.toString());
            default -> {}
        }
        open = null;
        block.setLength(0);
    }

    private void add(Snippet.Kind kind, int line, String text) {
        found.add(new Snippet(file, line, kind, text));
    }
}
