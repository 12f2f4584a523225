package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.util.FormValidation;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jenkins.model.Jenkins;

/**
 * Checks one field while somebody types. The field is put into a document that has nothing else, so that pages use the
 * same words as everything that reads documents.
 */
final class Check {
    private Check() {}

    static FormValidation account(Tree account, String pointer) {
        return document(list("targetAccounts", account), "/targetAccounts/0" + pointer);
    }

    static FormValidation group(Tree group, String pointer) {
        return document(list("protectionGroups", group), "/protectionGroups/0" + pointer);
    }

    static FormValidation plan(Tree plan, String pointer) {
        return document(list("recoveryPlans", plan), "/recoveryPlans/0" + pointer);
    }

    static FormValidation wave(Tree wave, String pointer) {
        return plan(list("waves", wave), "/waves/0" + pointer);
    }

    static FormValidation action(Tree action, String pointer) {
        return wave(list("preWaveActions", action), "/preWaveActions/0" + pointer);
    }

    private static Tree list(String name, Tree only) {
        return new Tree().put(name, List.of(only));
    }

    /** The first problem at that place or within it; fine for those who may not change anything. */
    static FormValidation document(Tree document, String pointer) {
        if (!Jenkins.get().hasPermission(DisasterRecoveryPermissions.CONFIGURE)) {
            return FormValidation.ok();
        }
        byte[] content = document.json().getBytes(StandardCharsets.UTF_8);
        return DocumentReader.read(content, "form.json").problems().stream()
                .map(LocatedProblem::problem)
                .filter(problem -> isWithin(problem.pointer(), pointer))
                .findFirst()
                .map(Check::told)
                .orElse(FormValidation.ok());
    }

    private static boolean isWithin(String place, String pointer) {
        return place.equals(pointer) || place.startsWith(pointer + "/");
    }

    private static FormValidation told(Problem problem) {
        String text = problem.text();
        return problem.isError() ? FormValidation.error(text) : FormValidation.warning(text);
    }
}
