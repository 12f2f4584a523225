// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import java.io.PrintStream;

public interface TaskListener {
    TaskListener NULL = null;

    PrintStream getLogger();
}
