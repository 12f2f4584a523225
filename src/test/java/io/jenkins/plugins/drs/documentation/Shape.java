package io.jenkins.plugins.drs.documentation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What pipeline code may read from a value. */
sealed interface Shape {
    /** Nothing is known about it. */
    Shape ANY = new Any();

    /** Anything. */
    record Any() implements Shape {}

    /**
     * A text, a number or a truth value.
     *
     * @param words which it may be; empty when it may be anything
     */
    record Leaf(Set<String> words) implements Shape {}

    /** A map with fixed keys. */
    record Tree(Map<String, Shape> members) implements Shape {}

    /** A list. */
    record Many(Shape element) implements Shape {}

    /** The shape of a value that a step returned. A map of outputs may have any keys. */
    static Shape of(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Shape> members = new LinkedHashMap<>();
            map.forEach((key, member) -> members.put((String) key, key.equals("outputs") ? ANY : of(member)));
            return new Tree(members);
        }
        if (value instanceof Iterable<?> list) {
            Shape element = ANY;
            for (Object each : list) {
                element = element == ANY ? of(each) : element;
            }
            return new Many(element);
        }
        return new Leaf(Set.of());
    }

    /** The same, where the member of that name is one of the words. */
    static Shape withWords(Shape shape, String member, Class<? extends Enum<?>> words) {
        if (!(shape instanceof Tree tree)) {
            throw new IllegalArgumentException("Expected a map with " + member + ", but got " + shape);
        }
        if (!(tree.members.get(member) instanceof Leaf)) {
            throw new IllegalArgumentException("Expected a text " + member + " in " + tree.members.keySet());
        }
        Map<String, Shape> members = new LinkedHashMap<>(tree.members);
        members.put(member, new Leaf(names(words)));
        return new Tree(members);
    }

    /** The same with another member in place of the one of that name. */
    static Shape with(Shape shape, String member, UnaryOperator<Shape> change) {
        Map<String, Shape> members = new LinkedHashMap<>(((Tree) shape).members);
        members.computeIfPresent(
                member,
                (name, old) -> old instanceof Many many ? new Many(change.apply(many.element)) : change.apply(old));
        return new Tree(members);
    }

    private static Set<String> names(Class<? extends Enum<?>> words) {
        Set<String> names = new TreeSet<>();
        for (Enum<?> word : words.getEnumConstants()) {
            names.add(word.name());
        }
        return names;
    }
}
