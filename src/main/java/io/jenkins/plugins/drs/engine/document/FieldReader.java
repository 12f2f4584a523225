package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the fields of one object of a document.
 *
 * <p>A value of the wrong kind is reported and then treated as absent. That a field is missing is reported by the
 * validation, not here.
 */
final class FieldReader implements Fields {
    private static final Node.Mapping NOTHING = new Node.Mapping(Position.UNKNOWN, Map.of());

    private final Set<String> known = new LinkedHashSet<>();
    private final Node.Mapping mapping;
    private final JsonPointer at;
    private final Findings findings;
    private final Pointers pointers;
    private final Scalars scalars;
    private final Map<String, Object> ofInner = new LinkedHashMap<>();
    private boolean complete;

    FieldReader(Node.Mapping mapping, JsonPointer at, Findings findings, Pointers pointers) {
        this.mapping = mapping;
        this.at = at;
        this.findings = findings;
        this.pointers = pointers;
        scalars = new Scalars(findings);
    }

    /** The fields of an object without any. */
    static FieldReader ofNothing() {
        return new FieldReader(NOTHING, JsonPointer.ROOT, new Findings(""), new Pointers());
    }

    /** Names of all fields that were asked for by now. */
    Set<String> known() {
        return known;
    }

    /** The fields of a value that should be an object; reported and empty when it is not. */
    private FieldReader of(Node node, JsonPointer place) {
        if (node instanceof Node.Mapping object) {
            return new FieldReader(object, place, findings, pointers);
        }
        findings.error(
                place,
                node.position(),
                "Expected an object, but got " + node.description(),
                "Write the fields as 'name: value'");
        return new FieldReader(NOTHING, place, findings, pointers);
    }

    private Position position(String name) {
        return value(name).map(Node::position).orElse(mapping.position());
    }

    Scalars scalars() {
        return scalars;
    }

    @Override
    public <T> T value(String name, FieldType<T> type, T it) {
        return optional(name, type, Optional.empty()).orElse(it);
    }

    @Override
    public <T> T filled(String name, FieldType<T> type, T it) {
        return value(name, type, it);
    }

    @Override
    public <T> Optional<T> optional(String name, FieldType<T> type, Optional<T> it) {
        return value(name).flatMap(node -> type.reading().read(this, node, at.child(name)));
    }

    @Override
    public List<String> oneOrMore(String nameOfOne, String name, List<String> it) {
        Optional<String> one = optional(nameOfOne, FieldType.TEXT, Optional.empty());
        JsonPointer oneAt = at.child(nameOfOne);
        if (value(name).isEmpty()) {
            pointers.put(at.child(name).child(0), oneAt);
            return one.stream().toList();
        }
        if (one.isPresent()) {
            findings.error(
                    oneAt,
                    position(nameOfOne),
                    "The wave has both " + nameOfOne + " and " + name,
                    "List all groups in " + name);
        }
        pointers.put(oneAt, at.child(name));
        return value(name, FieldType.TEXTS, it);
    }

    @Override
    public <T> T object(String name, ObjectFields<T> fields, T it) {
        Optional<FieldReader> inner = value(name).map(node -> of(node, at.child(name)));
        T object = inner.map(fields::read).orElse(it);
        inner.filter(reader -> !reader.complete)
                .map(reader -> reader.unknown(Map.of()))
                .filter(unknown -> !unknown.isEmpty())
                .ifPresent(unknown -> ofInner.put(name, unknown));
        return object;
    }

    @Override
    public <T> Map<String, T> objectsById(
            String name, ObjectFields<T> fields, String idName, Function<T, String> id, Map<String, T> it) {
        Map<String, T> objects = new LinkedHashMap<>();
        for (FieldReader element :
                value(name).map(node -> elements(node, at.child(name))).orElse(List.of())) {
            T object = fields.read(element);
            if (objects.containsKey(id.apply(object))) {
                findings.error(
                        element.at,
                        element.position(idName),
                        "The server " + Shown.quoted(id.apply(object)) + " is listed twice",
                        "Put all its settings into one entry");
            } else {
                pointers.put(at.child(name).child(objects.size()), element.at);
                objects.put(id.apply(object), object);
            }
        }
        return objects;
    }

    @Override
    public void error(String name, String message, String remedy) {
        findings.error(at.child(name), position(name), message, remedy);
    }

    /** Each field that was not asked for by now causes a warning. */
    @Override
    public Map<String, Object> unknown(Map<String, Object> it, String... withoutEffect) {
        complete = true;
        Map<String, Object> unknown = new LinkedHashMap<>();
        for (String name : withoutEffect) {
            value(name).ifPresent(node -> unknown.put(name, PlainValues.of(node)));
        }
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
        unknown.putAll(ofInner);
        return unknown;
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

    List<String> texts(Node node, JsonPointer place) {
        if (!(node instanceof Node.Sequence sequence)) {
            return scalars.text(node, place).map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>();
        // An element that is no text keeps its place, so that those after it keep theirs.
        sequence.elements()
                .forEach(element -> texts.add(
                        scalars.text(element, place.child(texts.size())).orElse("")));
        return texts;
    }

    Map<String, String> textMap(Node node, JsonPointer place) {
        Map<String, String> texts = new LinkedHashMap<>();
        of(node, place).mapping.members().forEach((key, member) -> scalars.text(member.value(), place.child(key))
                .ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    Map<String, List<String>> textListMap(Node node, JsonPointer place) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        of(node, place)
                .mapping
                .members()
                .forEach((key, member) -> lists.put(key, texts(member.value(), place.child(key))));
        return lists;
    }

    /** Readers of the elements of a list, also of those that are no objects; none where there is no list. */
    List<FieldReader> elements(Node node, JsonPointer place) {
        List<FieldReader> elements = new ArrayList<>();
        if (node instanceof Node.Sequence sequence) {
            sequence.elements().forEach(element -> elements.add(of(element, place.child(elements.size()))));
        } else {
            findings.error(
                    place,
                    node.position(),
                    "Expected a list, but got " + node.description(),
                    "Write each element on its own line after '- ', or all of them in [ ]");
        }
        return elements;
    }
}
