package io.jenkins.plugins.drs.engine.plan;

import java.util.Arrays;
import java.util.List;

/**
 * The place of a value in a document (RFC 6901).
 *
 * @param text empty for the whole document, else {@code /member/0/member} with {@code ~} and {@code /} escaped
 */
public record JsonPointer(String text) {
    /** The whole document. */
    public static final JsonPointer ROOT = new JsonPointer("");

    /** The place of a member of the object that this points to. */
    public JsonPointer child(String member) {
        return new JsonPointer(text + "/" + member.replace("~", "~0").replace("/", "~1"));
    }

    /** The place of an element, counted from 0, of the list that this points to. */
    public JsonPointer child(int index) {
        return new JsonPointer(text + "/" + index);
    }

    /** The unescaped steps from the document to the value; empty for the whole document. */
    public List<String> steps() {
        if (text.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(text.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
