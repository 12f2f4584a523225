package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.result.Timing;
import java.util.List;
import java.util.Map;

/**
 * A suite of JUnit XML.
 *
 * @param properties besides those of the execution, in their order; empty values are left out
 * @param output more about it for people, line by line; may be empty
 */
record TestSuite(String name, Timing timing, List<Case> cases, Map<String, String> properties, List<String> output) {
    TestSuite {
        cases = List.copyOf(cases);
        output = List.copyOf(output);
    }

    TestSuite(String name, Timing timing, List<Case> cases) {
        this(name, timing, cases, Map.of(), List.of());
    }

    long count(Verdict verdict) {
        return cases.stream().filter(test -> test.verdict() == verdict).count();
    }

    /** What a case came to. */
    enum Verdict {
        PASSED,
        FAILED,
        SKIPPED
    }

    /**
     * A case of a suite.
     *
     * @param group what kind of thing it is, such as {@code server}
     * @param message why it failed or was skipped; empty when it passed
     * @param details more lines for a failure, or about one that passed; may be empty
     */
    record Case(String group, String name, Timing timing, Verdict verdict, String message, String details) {
        static Case passed(String group, String name, Timing timing) {
            return new Case(group, name, timing, Verdict.PASSED, "", "");
        }

        static Case failed(String group, String name, Timing timing, String message, String details) {
            return new Case(group, name, timing, Verdict.FAILED, message, details);
        }

        static Case skipped(String group, String name, String message) {
            return new Case(group, name, Timing.NONE, Verdict.SKIPPED, message, "");
        }

        /** The same with something to say about it although it passed. */
        Case remark(String text) {
            return new Case(group, name, timing, verdict, message, text);
        }
    }
}
