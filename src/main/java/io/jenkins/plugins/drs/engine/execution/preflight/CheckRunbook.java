package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookDescription;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookFit;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookParameter;
import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.execution.preflight.PlanScope.PlacedAction;
import io.jenkins.plugins.drs.engine.plan.AutomationAction.Document;
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
        if (!found.type().equals("Automation")) {
            return done(List.of(Check.failed(
                    CHECK,
                    document.name(),
                    "It is a document of type " + found.type() + ", and only Automation documents can be run.",
                    "Name an Automation document.")));
        }
        List<Check> checks = new ArrayList<>();
        actions.forEach(action -> checks.addAll(parameters(action, found)));
        if (checks.isEmpty()) {
            checks.add(Check.passed(CHECK, document.name(), "It exists in " + target() + " and gets what it needs."));
        }
        return done(checks);
    }

    private List<Check> parameters(PlacedAction action, RunbookDescription runbook) {
        RunbookFit fit = RunbookFit.of(runbook, action.action().parameters().keySet());
        List<Check> checks = new ArrayList<>();
        fit.missing().forEach(parameter -> checks.add(missing(action, parameter)));
        fit.unknown().forEach(name -> checks.add(unknown(action, name, fit.known())));
        return checks;
    }

    private Check missing(PlacedAction action, RunbookParameter parameter) {
        return Check.failed(
                CHECK,
                subject(action),
                document.name() + " needs parameter " + parameter.name() + " (" + parameter.type()
                        + "), but the action does not give it.",
                "Add " + parameter.name() + " to the action's parameters.");
    }

    private Check unknown(PlacedAction action, String name, List<String> known) {
        return Check.failed(
                CHECK,
                subject(action),
                document.name() + " has no parameter " + name + "; it has " + known + ".",
                "Remove " + name + " from the action's parameters, or correct its name.");
    }

    private static String subject(PlacedAction action) {
        return action.wave().waveName() + ": " + action.action().name();
    }
}
