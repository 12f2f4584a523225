// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson;

import hudson.model.Saveable;
import java.io.Closeable;

public class BulkChange implements Closeable {
    public BulkChange(Saveable saveable) {}

    public void close() {
        throw new UnsupportedOperationException();
    }

    public static boolean contains(Saveable s) {
        throw new UnsupportedOperationException();
    }
}
