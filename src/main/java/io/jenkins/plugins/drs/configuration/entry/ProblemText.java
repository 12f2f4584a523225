package io.jenkins.plugins.drs.configuration.entry;

import io.jenkins.plugins.drs.engine.plan.Problem;

/** Tells problems to people. */
public final class ProblemText {
    private ProblemText() {}

    /** What is wrong and what to write instead, as sentences. */
    public static String of(Problem problem) {
        return sentence(problem.message()) + (problem.remedy().isEmpty() ? "" : " " + sentence(problem.remedy()));
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.?!]") ? text : text + ".";
    }
}
