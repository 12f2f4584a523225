package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of one document with their places, at most 1,000 errors and 1,000 warnings. */
final class Findings {
    private static final int MOST = 1000;

    private final List<LocatedProblem> found = new ArrayList<>();
    private final Set<String> faulty = new HashSet<>();
    private final String source;
    private int errors;
    private int warnings;

    Findings(String source) {
        this.source = source;
    }

    /** Everything that was found so far, to go on from there. */
    Findings copy() {
        Findings copy = new Findings(source);
        copy.found.addAll(found);
        copy.faulty.addAll(faulty);
        copy.errors = errors;
        copy.warnings = warnings;
        return copy;
    }

    void error(JsonPointer at, Position position, String message, String remedy) {
        add(Problem.error(at.text(), message, remedy), position);
    }

    void warning(JsonPointer at, Position position, String message, String remedy) {
        add(Problem.warning(at.text(), message, remedy), position);
    }

    void add(Problem problem, Position position) {
        if (problem.isError()) {
            faulty.add(problem.pointer());
        }
        addLocated(located(problem, position));
    }

    /** A problem that may be of another document. */
    void addLocated(LocatedProblem located) {
        int count = located.isError() ? ++errors : ++warnings;
        if (count <= MOST) {
            found.add(located);
        }
    }

    LocatedProblem located(Problem problem, Position position) {
        return new LocatedProblem(problem, source, position.line(), position.column());
    }

    void addAll(Findings others) {
        others.found.forEach(located -> add(located.problem(), new Position(located.line(), located.column())));
    }

    /** Whether a further warning would be listed; where not, its text need not be made. */
    boolean takesWarnings() {
        return warnings < MOST;
    }

    boolean hasErrors() {
        return errors > 0;
    }

    /** Whether the value at this place, or one that encloses it, is known to be wrong already. */
    boolean isFaulty(String pointer) {
        String enclosing = pointer;
        while (!enclosing.isEmpty()) {
            if (faulty.contains(enclosing)) {
                return true;
            }
            enclosing = enclosing.substring(0, enclosing.lastIndexOf('/'));
        }
        return false;
    }

    /** All problems in document order; where they were too many, the last ones say how many are not shown. */
    List<LocatedProblem> all() {
        List<LocatedProblem> all = new ArrayList<>(found);
        all.sort(Comparator.comparingInt(LocatedProblem::line).thenComparingInt(LocatedProblem::column));
        if (errors > MOST) {
            all.add(more(Problem.error("", (errors - MOST) + " more errors are not shown", "Correct the first ones")));
        }
        if (warnings > MOST) {
            all.add(more(
                    Problem.warning("", (warnings - MOST) + " more warnings are not shown", "See the first ones")));
        }
        return List.copyOf(all);
    }

    private LocatedProblem more(Problem problem) {
        return new LocatedProblem(problem, source, 0, 0);
    }
}
