package io.jenkins.plugins.drs.plugin.configuration.schedule;

import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.run.BuildLimit;
import java.util.List;

/** What a job does with its plan. */
public enum Purpose {
    /** Runs the plan as a drill. */
    DRILL("drill", -1, "Drills the recovery plan", "drsDrill plan: %s, concurrency: 'wait'"),
    /** Tells whether the plan could be drilled. */
    CHECK("check", 50, "Checks whether it could be drilled: the recovery plan", "drsCheck plan: %s");

    private static final String NOTE =
            "// Made from the recovery plan, and kept up to date with it until it is changed here.";

    private final String word;
    private final int buildsKept;
    private final String description;
    private final String step;

    Purpose(String word, int buildsKept, String description, String step) {
        this.word = word;
        this.buildsKept = buildsKept;
        this.description = description;
        this.step = step;
    }

    /** Behind the name of the plan, the name of the job. */
    String word() {
        return word;
    }

    /** Builds that are kept; -1 for all, since drills are evidence. */
    int buildsKept() {
        return buildsKept;
    }

    /** The most that a build may do which serves this purpose for a plan. */
    public BuildLimit ceiling(String plan) {
        return this == CHECK ? BuildLimit.ofCheck(plan) : BuildLimit.ofDrill(plan);
    }

    /**
     * What the job of a plan is to be.
     *
     * @param schedule empty for one that only people start
     */
    JobDefinition meaning(RecoveryPlan plan, String schedule) {
        String about = description + " '" + plan.planName() + "'."
                + (plan.description().isBlank() ? "" : "\n" + plan.description());
        String script = String.join("\n", List.of(NOTE, String.format(step, GroovyText.quoted(plan.planName()))));
        return new JobDefinition(plan.planName() + " (" + word + ")", about, script, true, schedule);
    }

    /** Puts texts into pipeline code. */
    static final class GroovyText {
        private GroovyText() {}

        /**
         * A literal that is the text, whatever is in it. A backslash goes in double, so that neither an escape nor a
         * Unicode escape, which Groovy reads before it reads quotes, can come about.
         */
        static String quoted(String text) {
            return "'"
                    + text.replace("\\", "\\\\")
                            .replace("'", "\\'")
                            .replace("\n", "\\n")
                            .replace("\r", "\\r")
                    + "'";
        }
    }
}
