package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a document.
 *
 * @param configuration present if and only if no problem is an error
 * @param problems errors and warnings in document order
 */
public record ReadResult(Optional<DrConfiguration> configuration, List<LocatedProblem> problems) {
    public ReadResult {
        problems = List.copyOf(problems);
    }

    /** The problems that keep the document from being used; empty when there is a configuration. */
    public List<LocatedProblem> errors() {
        return problems.stream().filter(LocatedProblem::isError).toList();
    }

    /** The problems that do not. */
    public List<LocatedProblem> warnings() {
        return problems.stream().filter(problem -> !problem.isError()).toList();
    }
}
