package io.jenkins.plugins.drs.engine.document.store;

import io.jenkins.plugins.drs.engine.plan.Problem;
import java.io.Serial;
import java.util.List;

/** A configuration with errors was to be stored. Nothing was changed. */
public final class InvalidConfigurationException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> errors;

    InvalidConfigurationException(List<Problem> errors) {
        super(message(errors));
        this.errors = List.copyOf(errors);
    }

    private static String message(List<Problem> errors) {
        Problem first = errors.get(0);
        String others = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more errors)" : "";
        return "The configuration is not valid and was not stored: "
                + (first.pointer().isEmpty() ? "" : first.pointer() + ": ") + first.text()
                + others;
    }

    /** All errors, with pointers into the configuration that was to be stored. */
    public List<Problem> errors() {
        return errors;
    }
}
