// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.security;

import java.util.Iterator;
import org.jvnet.localizer.Localizable;

@SuppressWarnings({"rawtypes", "unchecked"})
public final class PermissionGroup implements Iterable<Permission>, Comparable<PermissionGroup> {
    public final Localizable title = null;

    public PermissionGroup(Class owner, Localizable title) throws IllegalStateException {}

    public Iterator<Permission> iterator() {
        throw new UnsupportedOperationException();
    }

    public int compareTo(PermissionGroup that) {
        throw new UnsupportedOperationException();
    }
}
