// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import java.io.Serializable;

public final class Result implements Serializable {
    public static final Result UNSTABLE = null;

    public static final Result ABORTED = null;

    private Result() {}
}
