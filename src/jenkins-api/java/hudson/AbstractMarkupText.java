// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson;

public abstract class AbstractMarkupText {
    AbstractMarkupText() {}

    public abstract void addMarkup(int startPos, int endPos, String startTag, String endTag);
}
