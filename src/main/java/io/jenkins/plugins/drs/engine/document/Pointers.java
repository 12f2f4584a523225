package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the places that the validation names really stand in the document.
 *
 * <p>They differ where the format has more than one way to say something: one group or a list of them, for example.
 */
final class Pointers {
    private final Map<String, String> written = new HashMap<>();

    void put(JsonPointer named, JsonPointer inDocument) {
        if (!named.equals(inDocument)) {
            written.put(named.text(), inDocument.text());
        }
    }

    /** The pointer as the document has it; the same pointer where there is no difference. */
    JsonPointer inDocument(String pointer) {
        String enclosing = pointer;
        while (!enclosing.isEmpty()) {
            String replacement = written.get(enclosing);
            if (replacement != null) {
                return new JsonPointer(replacement + pointer.substring(enclosing.length()));
            }
            enclosing = enclosing.substring(0, enclosing.lastIndexOf('/'));
        }
        return new JsonPointer(pointer);
    }

    /** The place of a value, or of the nearest object around it when it is missing. */
    static Position position(Node root, JsonPointer pointer) {
        Node node = root;
        for (String step : pointer.steps()) {
            Node next = child(node, step);
            if (next == null) {
                break;
            }
            node = next;
        }
        return node.position();
    }

    private static Node child(Node node, String step) {
        if (node instanceof Node.Mapping mapping) {
            Node.Member member = mapping.members().get(step);
            return member == null ? null : member.value();
        }
        if (node instanceof Node.Sequence sequence && step.matches("[0-9]{1,9}")) {
            int index = Integer.parseInt(step);
            return index < sequence.elements().size() ? sequence.elements().get(index) : null;
        }
        return null;
    }
}
