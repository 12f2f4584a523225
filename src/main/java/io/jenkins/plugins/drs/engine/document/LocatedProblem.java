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

    /** One line as compilers write it: {@code plan.yaml:12:7: /recoveryPlans/0: message. remedy}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source);
        if (line > 0) {
            text.append(':').append(line).append(':').append(column);
        }
        text.append(": ").append(problem.isError() ? "" : "warning: ");
        if (!problem.pointer().isEmpty()) {
            text.append(problem.pointer()).append(": ");
        }
        text.append(problem.message());
        return problem.remedy().isEmpty() ? text.toString() : text + ". " + problem.remedy();
    }
}
