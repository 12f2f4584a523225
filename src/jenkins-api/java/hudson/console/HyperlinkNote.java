// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.console;

import hudson.MarkupText;

@SuppressWarnings({"rawtypes", "unchecked"})
public class HyperlinkNote extends ConsoleNote {
    public HyperlinkNote(String url, int length) {}

    public ConsoleAnnotator annotate(Object context, MarkupText text, int charPos) {
        throw new UnsupportedOperationException();
    }
}
