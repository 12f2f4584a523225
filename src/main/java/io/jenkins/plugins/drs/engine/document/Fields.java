package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Suggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of one object of a document, read by name.
 *
 * <p>A value of the wrong kind is reported and then treated as absent. What nobody asked for by name is unknown. That
 * a field is missing is told by the validation, not here.
 */
final class Fields {
    private static final Node.Mapping NOTHING = new Node.Mapping(Position.UNKNOWN, Map.of());

    private final Set<String> known = new LinkedHashSet<>();
    private final Node.Mapping mapping;
    private final JsonPointer at;
    private final Findings findings;
    private final Scalars scalars;

    Fields(Node.Mapping mapping, JsonPointer at, Findings findings) {
        this.mapping = mapping;
        this.at = at;
        this.findings = findings;
        scalars = new Scalars(findings);
    }

    /** The fields of a value that should be an object; reported and empty when it is not. */
    static Fields of(Node node, JsonPointer at, Findings findings) {
        if (node instanceof Node.Mapping mapping) {
            return new Fields(mapping, at, findings);
        }
        findings.error(
                at,
                node.position(),
                "Expected an object, but got " + node.description(),
                "Write the fields as 'name: value'");
        return new Fields(NOTHING, at, findings);
    }

    JsonPointer at() {
        return at;
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    Position position(String name) {
        return value(name).map(Node::position).orElse(mapping.position());
    }

    /** The text of a scalar as it is written; empty text when absent. */
    String text(String name) {
        return optionalText(name).orElse("");
    }

    Optional<String> optionalText(String name) {
        return value(name).flatMap(node -> scalars.text(node, at.child(name)));
    }

    Optional<String> accountId(String name) {
        return value(name).flatMap(node -> scalars.accountId(node, at.child(name)));
    }

    Optional<Boolean> flag(String name) {
        return value(name).flatMap(node -> scalars.flag(node, at.child(name)));
    }

    Optional<Duration> duration(String name) {
        return value(name).flatMap(node -> scalars.duration(node, at.child(name)));
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return value(name).flatMap(node -> scalars.choice(node, at.child(name), type));
    }

    /** A list of texts; a single text is a list of one; empty when absent. */
    List<String> texts(String name) {
        return value(name).map(node -> texts(node, at.child(name))).orElse(List.of());
    }

    Map<String, String> textMap(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        members(name).forEach((key, member) -> scalars.text(
                        member.value(), at.child(name).child(key))
                .ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    Map<String, List<String>> textListMap(String name) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        members(name)
                .forEach((key, member) ->
                        lists.put(key, texts(member.value(), at.child(name).child(key))));
        return lists;
    }

    Optional<Fields> object(String name) {
        return value(name).map(node -> of(node, at.child(name), findings));
    }

    /** What becomes of the objects of a list, one for each element even where an element is none; empty when absent. */
    <T> List<T> objects(String name, Function<Fields, T> bind) {
        List<T> objects = new ArrayList<>();
        List<Node> elements = elements(name);
        for (int index = 0; index < elements.size(); index++) {
            objects.add(bind.apply(of(elements.get(index), at.child(name).child(index), findings)));
        }
        return objects;
    }

    /** The fields that were not asked for by now, each with a warning. */
    Map<String, Object> unknown() {
        Map<String, Object> unknown = new LinkedHashMap<>();
        mapping.members().forEach((name, member) -> {
            if (!known.contains(name)) {
                unknown.put(name, PlainValues.of(member.value()));
                findings.warning(
                        at.child(name),
                        member.keyPosition(),
                        "The field " + Shown.quoted(name) + " is not known; it is kept but has no effect",
                        findings.takesWarnings() ? suggestion(name) : "");
            }
        });
        return unknown;
    }

    /** A field that has no effect and that nobody is warned about; it is kept as it is. */
    void keep(String name, Map<String, Object> kept) {
        value(name).ifPresent(node -> kept.put(name, PlainValues.of(node)));
    }

    private String suggestion(String name) {
        return Suggestion.nearest(name, known)
                .map(nearest -> "Did you mean '" + nearest + "'?")
                .orElse("Known here: " + String.join(", ", known));
    }

    private Optional<Node> value(String name) {
        known.add(name);
        return Optional.ofNullable(mapping.members().get(name))
                .map(Node.Member::value)
                .filter(node -> !(node instanceof Node.Scalar scalar && scalar.isNull()));
    }

    private List<String> texts(Node node, JsonPointer place) {
        if (!(node instanceof Node.Sequence sequence)) {
            return scalars.text(node, place).map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < sequence.elements().size(); index++) {
            // An element that is no text keeps its place, so that those after it keep theirs.
            texts.add(scalars.text(sequence.elements().get(index), place.child(index))
                    .orElse(""));
        }
        return texts;
    }

    private List<Node> elements(String name) {
        Optional<Node> node = value(name);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Node.Sequence sequence) {
            return sequence.elements();
        }
        findings.error(
                at.child(name),
                node.get().position(),
                "Expected a list, but got " + node.get().description(),
                "Write each element on its own line after '- ', or all of them in [ ]");
        return List.of();
    }

    private Map<String, Node.Member> members(String name) {
        Optional<Node> node = value(name);
        if (node.isEmpty()) {
            return Collections.emptyMap();
        }
        return of(node.get(), at.child(name), findings).mapping.members();
    }
}
