package io.jenkins.plugins.drs.engine.state;

import java.util.AbstractCollection;
import java.util.Collections;
import java.util.Iterator;
import java.util.TreeMap;

/**
 * Things in the order of their numbers. A view of the state: whoever keeps it beyond the next event copies it.
 *
 * @param <V> what stands in line
 */
public final class Line<V> extends AbstractCollection<V> {
    private final TreeMap<Long, V> byNumber = new TreeMap<>();

    void put(long number, V value) {
        byNumber.put(number, value);
    }

    void remove(long number) {
        byNumber.remove(number);
    }

    long firstNumber() {
        return byNumber.firstKey();
    }

    /** @throws java.util.NoSuchElementException when nothing is in line */
    public V first() {
        return byNumber.get(byNumber.firstKey());
    }

    /** @throws java.util.NoSuchElementException when nothing is in line */
    public V last() {
        return byNumber.get(byNumber.lastKey());
    }

    @Override
    public Iterator<V> iterator() {
        return Collections.unmodifiableCollection(byNumber.values()).iterator();
    }

    @Override
    public int size() {
        return byNumber.size();
    }
}
