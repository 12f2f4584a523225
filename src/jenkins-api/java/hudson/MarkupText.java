// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson;

public class MarkupText extends AbstractMarkupText {
    public MarkupText(String text) {}

    public void addMarkup(int startPos, int endPos, String startTag, String endTag) {
        throw new UnsupportedOperationException();
    }
}
