package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.util.FormValidation;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import jenkins.model.Jenkins;

/** Fields of a document that this version does not know. They are kept as a JSON object, and have no effect. */
final class FurtherFields {
    private FurtherFields() {}

    /**
     * The text as it is kept; null for none. One that is not a JSON object is kept as well, so that a form can show it
     * again: {@link Tree#putFurther} refuses it.
     */
    static String kept(String text) {
        String json = Text.trimmed(text);
        try {
            return json == null || Tree.parse(json).names().isEmpty() ? null : json;
        } catch (IllegalArgumentException e) {
            return json;
        }
    }

    /** Fine for those who may not change anything. */
    static FormValidation check(String text) {
        if (!Jenkins.get().hasPermission(DisasterRecoveryPermissions.CONFIGURE)) {
            return FormValidation.ok();
        }
        try {
            if (Text.trimmed(text) != null) {
                Tree.parse(text);
            }
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
