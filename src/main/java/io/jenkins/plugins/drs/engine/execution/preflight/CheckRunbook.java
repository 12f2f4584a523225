package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookDescription;
import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.execution.preflight.PlanScope.PlacedAction;
import io.jenkins.plugins.drs.engine.plan.AutomationAction.Document;
import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.ArrayList;
import java.util.List;

/** Reads a runbook, and compares its parameters with those of every action that uses it. */
final class CheckRunbook extends PreflightStep {
    private static final String CHECK = "Runbook";

    private final Document document;
    private final List<PlacedAction> actions;

    CheckRunbook(Target target, Document document, List<PlacedAction> actions) {
        super(keyFor(target, document), "ssm:DescribeDocument", CHECK, document.name(), target);
        this.document = document;
        this.actions = actions;
    }

    static String keyFor(Target target, Document document) {
        return "runbook/" + target.key() + "/" + document.name()
                + document.version().map(version -> "@" + version).orElse("");
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        RunbookDescription found = aws.automation(target()).describe(document.name(), document.version());
        List<Check> checks = new ArrayList<>();
        for (PlacedAction action : actions) {
            found.problems(action.action().parameters().keySet(), JsonPointer.ROOT)
                    .forEach(problem -> checks.add(failed(CHECK, subject(action), problem)));
        }
        if (checks.isEmpty()) {
            checks.add(Check.passed(CHECK, document.name(), "It exists in " + target() + " and gets what it needs."));
        }
        return done(checks);
    }

    private static String subject(PlacedAction action) {
        return action.wave().waveName() + ": " + action.action().name();
    }
}
