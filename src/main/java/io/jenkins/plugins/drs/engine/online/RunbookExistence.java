package io.jenkins.plugins.drs.engine.online;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookDescription;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.online.ConfigurationPlaces.PlacedAction;
import io.jenkins.plugins.drs.engine.online.ConfigurationPlaces.Places;
import io.jenkins.plugins.drs.engine.plan.AutomationAction.Document;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the runbooks of one target are there, and take what the actions give them. */
final class RunbookExistence {
    private final Target target;
    private final List<Problem> problems;

    RunbookExistence(Target target, List<Problem> problems) {
        this.target = target;
        this.problems = problems;
    }

    /** The actions by the runbook that they start; each is described once. */
    Map<Document, List<PlacedAction>> byDocument(Places places) {
        Map<Document, List<PlacedAction>> byDocument = new LinkedHashMap<>();
        places.actions().forEach(action -> byDocument
                .computeIfAbsent(action.action().document(), document -> new ArrayList<>())
                .add(action));
        return byDocument;
    }

    void check(AutomationGateway automation, Document document, List<PlacedAction> actions) {
        try {
            RunbookDescription found = automation.describe(document.name(), document.version());
            actions.forEach(action ->
                    problems.addAll(found.problems(action.action().parameters().keySet(), action.at())));
        } catch (AwsFailure failure) {
            if (failure.kind() != FailureKind.NOT_FOUND) {
                throw failure;
            }
            String version =
                    document.version().map(number -> " in version " + number).orElse("");
            actions.forEach(action -> problems.add(Problem.error(
                    action.at().child("documentName").text(),
                    "There is no document " + Shown.quoted(document.name()) + version + " in " + target,
                    "Create it there, or correct the name")));
        }
    }
}
