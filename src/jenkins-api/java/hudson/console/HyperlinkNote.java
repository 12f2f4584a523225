// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.console;

@SuppressWarnings({"rawtypes", "unchecked"})
public class HyperlinkNote extends ConsoleNote {
    public HyperlinkNote(String url, int length) {}
}
