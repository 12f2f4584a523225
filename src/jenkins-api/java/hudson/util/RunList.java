// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.util;

import hudson.model.Run;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

@SuppressWarnings({"rawtypes", "unchecked"})
public class RunList<R extends Run> extends AbstractList<R> {
    public RunList() {}

    public Iterator<R> iterator() {
        throw new UnsupportedOperationException();
    }

    @Deprecated
    public int size() {
        throw new UnsupportedOperationException();
    }

    @Deprecated
    public R get(int index) {
        throw new UnsupportedOperationException();
    }

    public List<R> subList(int fromIndex, int toIndex) {
        throw new UnsupportedOperationException();
    }

    public int indexOf(Object o) {
        throw new UnsupportedOperationException();
    }

    public int lastIndexOf(Object o) {
        throw new UnsupportedOperationException();
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }
}
