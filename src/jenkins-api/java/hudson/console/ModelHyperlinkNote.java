// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.console;

public class ModelHyperlinkNote extends HyperlinkNote {
    public ModelHyperlinkNote(String url, int length) {
        super((String) null, 0);
    }

    public static String encodeTo(String url, String text) {
        throw new UnsupportedOperationException();
    }
}
