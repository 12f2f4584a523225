// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson;

import java.io.IOException;

public class AbortException extends IOException {
    public AbortException(String message) {}
}
