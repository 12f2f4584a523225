package io.jenkins.plugins.drs.engine.plan;

import java.util.ArrayList;
import java.util.List;

/** Collects problems in the order in which they were found, at most 1,000 errors and 1,000 warnings. */
final class Problems {
    static final int MOST = 1000;

    private final List<Problem> found = new ArrayList<>();
    private int errors;
    private int warnings;

    void error(JsonPointer at, String message, String remedy) {
        errors++;
        if (errors <= MOST) {
            found.add(Problem.error(at.text(), message, remedy));
        }
    }

    void warning(JsonPointer at, String message, String remedy) {
        warnings++;
        if (warnings <= MOST) {
            found.add(Problem.warning(at.text(), message, remedy));
        }
    }

    /** Everything found; where it was too much, the last problem of the list says how much is not shown. */
    List<Problem> all() {
        List<Problem> all = new ArrayList<>(found);
        if (errors > MOST) {
            all.add(Problem.error("", (errors - MOST) + " more errors are not shown", "Correct the first ones"));
        }
        if (warnings > MOST) {
            all.add(Problem.warning("", (warnings - MOST) + " more warnings are not shown", "See the first ones"));
        }
        return List.copyOf(all);
    }
}
