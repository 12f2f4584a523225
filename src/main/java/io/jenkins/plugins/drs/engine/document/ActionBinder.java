package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.Optional;

/** Makes automation actions of a document's fields. */
final class ActionBinder {
    private final Findings findings;

    ActionBinder(Findings findings) {
        this.findings = findings;
    }

    AutomationAction bind(Fields fields) {
        return new AutomationAction(
                fields.text("name"),
                new AutomationAction.Document(fields.text("documentName"), fields.optionalText("documentVersion")),
                fields.textListMap("parameters"),
                fields.duration("maxWaitTime").orElse(AutomationAction.DEFAULT_MAX_WAIT),
                fields.choice("onFailure", OnFailure.class).orElse(OnFailure.STOP),
                target(fields),
                fields.unknown());
    }

    private Optional<Target> target(Fields fields) {
        Optional<String> region = fields.optionalText("region");
        Optional<String> accountId = fields.accountId("accountId");
        if (region.isEmpty() && accountId.isPresent()) {
            findings.error(
                    fields.at().child("accountId"),
                    fields.position("accountId"),
                    "The action names an account without a Region",
                    "Add region, or leave accountId out to run where the wave's first group is");
        }
        return region.map(code -> new Target(accountId, code));
    }
}
