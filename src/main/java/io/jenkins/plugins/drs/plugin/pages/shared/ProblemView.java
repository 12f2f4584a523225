package io.jenkins.plugins.drs.plugin.pages.shared;

import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.result.PlainText;

/** A problem as a page shows it. */
public final class ProblemView {
    private final boolean error;
    private final String place;
    private final String text;

    private ProblemView(boolean error, String place, String text) {
        this.error = error;
        this.place = PlainText.line(place);
        this.text = PlainText.line(text);
    }

    public static ProblemView of(Problem problem) {
        return of(problem, problem.pointer());
    }

    public static ProblemView of(Problem problem, String place) {
        return new ProblemView(problem.isError(), place, problem.text());
    }

    /** With its place in the document that it is about. */
    public static ProblemView of(LocatedProblem problem) {
        String line = problem.line() > 0 ? problem.line() + ":" + problem.column() + " " : "";
        return of(problem.problem(), line + problem.problem().pointer());
    }

    public boolean isError() {
        return error;
    }

    /** Where it is; may be empty. */
    public String getPlace() {
        return place;
    }

    /** What is wrong, and what to do about it. */
    public String getText() {
        return text;
    }
}
