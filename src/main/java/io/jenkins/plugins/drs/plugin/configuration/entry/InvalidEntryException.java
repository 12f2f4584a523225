package io.jenkins.plugins.drs.plugin.configuration.entry;

import io.jenkins.plugins.drs.engine.plan.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Some values of an entry are not of the right kind, such as a duration that is none. Nothing was changed. */
public final class InvalidEntryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> errors;

    InvalidEntryException(List<Problem> errors) {
        super(errors.stream()
                .map(problem -> problem.pointer() + ": " + problem.text())
                .collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    /** All of them, with pointers into a document with nothing but the entries. */
    public List<Problem> errors() {
        return errors;
    }
}
