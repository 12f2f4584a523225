package io.jenkins.plugins.drs.engine.plan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The place of a value in a document (RFC 6901).
 *
 * <p>A large document has many places, of which few are ever told, so that the text is made when it is asked for.
 */
public final class JsonPointer {
    /** The whole document. */
    public static final JsonPointer ROOT = new JsonPointer("");

    private final JsonPointer parent;
    private final String step;

    /** @param text empty for the whole document, else {@code /member/0/member} with {@code ~} and {@code /} escaped */
    public JsonPointer(String text) {
        this(null, text);
    }

    /** @param step as the last part of a text, without the slash before it; the whole text where there is no parent */
    private JsonPointer(JsonPointer parent, String step) {
        this.parent = parent;
        this.step = step;
    }

    /** The place of a member of the object that this points to. */
    public JsonPointer child(String member) {
        boolean plain = member.indexOf('~') < 0 && member.indexOf('/') < 0;
        return new JsonPointer(this, plain ? member : member.replace("~", "~0").replace("/", "~1"));
    }

    /** The place of an element, counted from 0, of the list that this points to. */
    public JsonPointer child(int index) {
        return new JsonPointer(this, Integer.toString(index));
    }

    /** Empty for the whole document, else {@code /member/0/member} with {@code ~} and {@code /} escaped. */
    public String text() {
        Deque<JsonPointer> path = new ArrayDeque<>();
        for (JsonPointer pointer = this; pointer != null; pointer = pointer.parent) {
            path.push(pointer);
        }
        StringBuilder text = new StringBuilder(path.pop().step);
        path.forEach(pointer -> text.append('/').append(pointer.step));
        return text.toString();
    }

    /** The unescaped steps from the document to the value; empty for the whole document. */
    public List<String> steps() {
        String text = text();
        if (text.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(text.substring(1).split("/", -1))
                .map(one -> one.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonPointer pointer && text().equals(pointer.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
