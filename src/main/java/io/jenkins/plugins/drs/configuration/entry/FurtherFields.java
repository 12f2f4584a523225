package io.jenkins.plugins.drs.configuration.entry;

import hudson.util.FormValidation;
import io.jenkins.plugins.drs.host.DisasterRecoveryPermissions;
import jenkins.model.Jenkins;

/** Fields of a document that this version does not know. They are kept as a JSON object, and have no effect. */
final class FurtherFields {
    private FurtherFields() {}

    /**
     * The text as it is kept; null for none.
     *
     * @throws IllegalArgumentException when it is not a JSON object
     */
    static String checked(String text) {
        String json = Text.trimmed(text);
        if (json == null || Tree.parse(json).names().isEmpty()) {
            return null;
        }
        return json;
    }

    /** Fine for those who may not change anything. */
    static FormValidation check(String text) {
        if (!Jenkins.get().hasPermission(DisasterRecoveryPermissions.CONFIGURE)) {
            return FormValidation.ok();
        }
        try {
            checked(text);
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
