// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import java.io.IOException;

public interface Saveable {
    void save() throws IOException;
}
