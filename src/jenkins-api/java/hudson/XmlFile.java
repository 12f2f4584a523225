// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson;

import java.io.File;
import java.io.IOException;

public final class XmlFile {
    private XmlFile() {}

    public File getFile() {
        throw new UnsupportedOperationException();
    }

    public String asString() throws IOException {
        throw new UnsupportedOperationException();
    }
}
