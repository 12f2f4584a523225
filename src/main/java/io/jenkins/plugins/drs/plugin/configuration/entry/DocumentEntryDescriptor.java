package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Describes the form of an entry. */
public abstract class DocumentEntryDescriptor<T extends DocumentEntry<T>> extends Descriptor<T> {
    private final JsonPointer at;

    /** @param at where a document that has nothing else has such an object */
    DocumentEntryDescriptor(String at) {
        this.at = new JsonPointer(at);
    }

    @POST
    public FormValidation doCheckFurtherFields(@QueryParameter String value) {
        if (!Jenkins.get().hasPermission(DisasterRecoveryPermissions.CONFIGURE)) {
            return FormValidation.ok();
        }
        try {
            FurtherFields.parse(value);
            return FormValidation.ok();
        } catch (FurtherFields.UnreadableFieldsException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /**
     * Checks one field while somebody types. The field is put into a document that has nothing else, so that pages use the
     * same words as everything that reads documents.
     *
     * @return the first problem at that place or within it; fine for those who may not change anything
     */
    static FormValidation check(JsonPointer pointer, Object value) {
        if (!Jenkins.get().hasPermission(DisasterRecoveryPermissions.CONFIGURE)) {
            return FormValidation.ok();
        }
        return problems(pointer, value)
                .findFirst()
                .map(DocumentEntryDescriptor::validation)
                .orElse(FormValidation.ok());
    }

    final FormValidation check(String field, String value) {
        return check(at.child(field), Text.trimmed(value));
    }

    final FormValidation check(String field, List<String> values) {
        return check(at.child(field), values);
    }

    /** What is wrong at a place, or within it, of a document that has nothing else. */
    static Stream<Problem> problems(JsonPointer pointer, Object value) {
        String list = pointer.steps().get(0);
        Object content = enclosed(pointer.steps().subList(1, pointer.steps().size()), value);
        return DocumentReader.read(Map.of(list, content)).problems().stream()
                .map(LocatedProblem::problem)
                .filter(problem -> (problem.pointer() + "/").startsWith(pointer.text() + "/"));
    }

    /** The value as the only one of the objects and lists that the steps lead through. */
    private static Object enclosed(List<String> steps, Object value) {
        if (steps.isEmpty()) {
            return value;
        }
        Object inner = enclosed(steps.subList(1, steps.size()), value);
        return steps.get(0).equals("0")
                ? Collections.singletonList(inner)
                : Collections.singletonMap(steps.get(0), inner);
    }

    private static FormValidation validation(Problem problem) {
        String text = problem.text();
        return problem.isError() ? FormValidation.error(text) : FormValidation.warning(text);
    }
}
