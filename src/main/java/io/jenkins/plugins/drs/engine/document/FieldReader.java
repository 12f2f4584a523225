package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Suggestion;
import java.time.Duration;
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
    private final Map<String, Object> kept = new LinkedHashMap<>();
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

    /** The text of a scalar as it is written. */
    @Override
    public String text(String name, String it) {
        return text(name, Optional.empty()).orElse(it);
    }

    @Override
    public String filledText(String name, String it) {
        return text(name, it);
    }

    @Override
    public Optional<String> text(String name, Optional<String> it) {
        return value(name).flatMap(node -> scalars.text(node, at.child(name)));
    }

    @Override
    public String accountId(String name, String it) {
        return accountId(name, Optional.empty()).orElse(it);
    }

    @Override
    public Optional<String> accountId(String name, Optional<String> it) {
        return value(name).flatMap(node -> scalars.accountId(node, at.child(name)));
    }

    @Override
    public boolean flag(String name, boolean it) {
        return flag(name, Optional.empty()).orElse(it);
    }

    @Override
    public Optional<Boolean> flag(String name, Optional<Boolean> it) {
        return value(name).flatMap(node -> scalars.flag(node, at.child(name)));
    }

    @Override
    public Duration seconds(String name, Duration it) {
        return duration(name, Optional.empty()).orElse(it);
    }

    @Override
    public Optional<Duration> duration(String name, Optional<Duration> it) {
        return value(name).flatMap(node -> scalars.duration(node, at.child(name)));
    }

    @Override
    public <E extends Enum<E>> E choice(String name, E it) {
        return choice(name, Optional.empty(), it.getDeclaringClass()).orElse(it);
    }

    @Override
    public <E extends Enum<E>> Optional<E> choice(String name, Optional<E> it, Class<E> type) {
        return value(name).flatMap(node -> scalars.choice(node, at.child(name), type));
    }

    @Override
    public List<String> texts(String name, List<String> it) {
        return texts(name, Optional.of(it)).orElse(it);
    }

    /** A null means absent, as everywhere. */
    @Override
    public Optional<List<String>> texts(String name, Optional<List<String>> it) {
        return value(name).map(node -> texts(node, at.child(name)));
    }

    @Override
    public List<String> texts(String nameOfOne, String name, List<String> it) {
        List<String> one = text(nameOfOne, Optional.empty()).stream().toList();
        JsonPointer oneAt = at.child(nameOfOne);
        if (value(name).isEmpty()) {
            pointers.put(at.child(name).child(0), oneAt);
            return one;
        }
        if (!one.isEmpty()) {
            error(nameOfOne, "The wave has both " + nameOfOne + " and " + name, "List all groups in " + name);
        }
        pointers.put(oneAt, at.child(name));
        return texts(name, it);
    }

    @Override
    public Map<String, String> textMap(String name, Map<String, String> it) {
        Map<String, String> texts = new LinkedHashMap<>();
        members(name).forEach((key, member) -> scalars.text(
                        member.value(), at.child(name).child(key))
                .ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    @Override
    public Map<String, List<String>> textListMap(String name, Map<String, List<String>> it) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        members(name)
                .forEach((key, member) ->
                        lists.put(key, texts(member.value(), at.child(name).child(key))));
        return lists;
    }

    @Override
    public <T> T object(String name, T it, ObjectFields<T> fields) {
        Optional<Node> node = value(name);
        if (node.isEmpty()) {
            return it;
        }
        FieldReader inner = of(node.get(), at.child(name));
        T object = fields.read(inner);
        if (!inner.complete) {
            Map<String, Object> unknown = inner.unknown(Map.of());
            if (!unknown.isEmpty()) {
                ofInner.put(name, unknown);
            }
        }
        return object;
    }

    /** One for each element, even where an element is no object; empty when absent. */
    @Override
    public <T> List<T> objects(String name, List<T> it, ObjectFields<T> fields) {
        return elements(name).stream().map(fields::read).toList();
    }

    @Override
    public <T> List<T> filledObjects(String name, List<T> it, ObjectFields<T> fields) {
        return objects(name, it, fields);
    }

    @Override
    public <T> Map<String, T> objectsById(
            String name, Map<String, T> it, ObjectFields<T> fields, String idName, Function<T, String> id) {
        Map<String, T> objects = new LinkedHashMap<>();
        for (FieldReader element : elements(name)) {
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
    public void keep(String name) {
        value(name).ifPresent(node -> kept.put(name, PlainValues.of(node)));
    }

    @Override
    public void error(String name, String message, String remedy) {
        findings.error(at.child(name), position(name), message, remedy);
    }

    /** Each field that was not asked for by now causes a warning. */
    @Override
    public Map<String, Object> unknown(Map<String, Object> it) {
        complete = true;
        Map<String, Object> unknown = new LinkedHashMap<>(kept);
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

    private List<FieldReader> elements(String name) {
        Optional<Node> node = value(name);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Node.Sequence sequence) {
            List<FieldReader> elements = new ArrayList<>();
            sequence.elements()
                    .forEach(element -> elements.add(of(element, at.child(name).child(elements.size()))));
            return elements;
        }
        findings.error(
                at.child(name),
                node.get().position(),
                "Expected a list, but got " + node.get().description(),
                "Write each element on its own line after '- ', or all of them in [ ]");
        return List.of();
    }

    private Map<String, Node.Member> members(String name) {
        return value(name)
                .map(node -> of(node, at.child(name)).mapping.members())
                .orElse(Map.of());
    }
}
