package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.Problem;

/**
 * A problem and where it stands in its document.
 *
 * @param problem what is wrong and what to write instead
 * @param source name of the document, usually its path
 * @param line counted from 1; 0 if unknown
 * @param column counted from 1; 0 if unknown
 */
public record LocatedProblem(Problem problem, String source, int line, int column) {
    public boolean isError() {
        return problem.isError();
    }

    /** The document with line and column, where they are known: {@code plan.yaml:12:7}. */
    public String place() {
        return line > 0 ? source + ":" + line + ":" + column : source;
    }

    /** What is wrong, where in the document's structure, and what to do: {@code /recoveryPlans/0: message. remedy}. */
    public String sentence() {
        String pointer = problem.pointer().isEmpty() ? "" : problem.pointer() + ": ";
        String remedy = problem.remedy().isEmpty() ? "" : ". " + problem.remedy();
        return pointer + problem.message() + remedy;
    }

    /** One line as compilers write it: {@code plan.yaml:12:7: /recoveryPlans/0: message. remedy}. */
    @Override
    public String toString() {
        return place() + ": " + (isError() ? "" : "warning: ") + sentence();
    }
}
