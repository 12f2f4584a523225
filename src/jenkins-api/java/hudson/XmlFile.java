// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson;

import java.io.IOException;

public final class XmlFile {
    private XmlFile() {}

    public String asString() throws IOException {
        throw new UnsupportedOperationException();
    }
}
