// Compile-time signatures: what this plugin uses of the type in jenkins-core, without behaviour; see docs/building.md.
package hudson;

import java.io.IOException;

public class AbortException extends IOException {
    public AbortException(String message) {}
}
