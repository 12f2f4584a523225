package io.jenkins.plugins.drs.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the actions before or after a wave against what {@code StartAutomationExecution} accepts. */
final class ActionValidation {
    private static final Pattern DOCUMENT = Pattern.compile("[a-zA-Z0-9_\\-.:/]{3,128}");
    private static final Pattern VERSION = Pattern.compile("[$]LATEST|[$]DEFAULT|[1-9][0-9]*");
    private static final int MOST_PARAMETERS = 200;
    private static final int LONGEST_KEY = 50;
    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 512;

    private final Set<String> accountIds;
    private final Problems problems;

    ActionValidation(Set<String> accountIds, Problems problems) {
        this.accountIds = accountIds;
        this.problems = problems;
    }

    void check(List<AutomationAction> actions, JsonPointer at) {
        Texts.Unique unique = new Texts.Unique("action name", problems);
        for (int index = 0; index < actions.size(); index++) {
            check(actions.get(index), at.child(index));
            unique.add(actions.get(index).name(), at.child(index).child("name"));
        }
    }

    private void check(AutomationAction action, JsonPointer at) {
        Texts.name("action name", action.name(), at.child("name"), problems);
        document(action.document(), at);
        parameters(action.parameters(), at.child("parameters"));
        Durations.check(action.maxWaitTime(), Durations.LONGEST_WAIT, at.child("maxWaitTime"), problems);
        action.target().ifPresent(target -> {
            Regions.check(target.region(), at.child("region"), problems);
            AccountValidation.reference(target, accountIds, at.child("accountId"), problems);
        });
    }

    private void document(AutomationAction.Document document, JsonPointer at) {
        if (document.name().isBlank()) {
            problems.error(
                    at.child("documentName"), "The document is missing", "Name a Systems Manager Automation document");
        } else if (!DOCUMENT.matcher(document.name()).matches()) {
            problems.error(
                    at.child("documentName"),
                    "Expected the name or ARN of a document, but got " + Shown.quoted(document.name()),
                    "Write 3 to 128 letters, digits and _-.:/ only");
        }
        document.version()
                .filter(version -> !VERSION.matcher(version).matches())
                .ifPresent(version -> problems.error(
                        at.child("documentVersion"),
                        "Expected a document version, but got " + Shown.quoted(version),
                        "Write a number such as \"1\", $DEFAULT or $LATEST"));
    }

    private void parameters(Map<String, List<String>> parameters, JsonPointer at) {
        if (parameters.size() > MOST_PARAMETERS) {
            problems.error(
                    at, "The action has " + parameters.size() + " parameters", "Write at most " + MOST_PARAMETERS);
        }
        parameters.forEach((key, values) -> {
            if (key.isEmpty() || key.length() > LONGEST_KEY || key.codePoints().anyMatch(Shown::isHidden)) {
                problems.error(
                        at.child(key),
                        "Expected a parameter name of 1 to 50 characters, all of them visible, but got "
                                + Shown.quoted(key),
                        "Write the name as the document declares it");
            }
            if (values.size() > MOST_VALUES) {
                problems.error(
                        at.child(key),
                        "The parameter has " + values.size() + " values",
                        "Write at most " + MOST_VALUES);
            }
            for (int index = 0; index < values.size(); index++) {
                value(values.get(index), at.child(key).child(index));
                secret(key, values.get(index), at.child(key).child(index));
            }
        });
    }

    private void value(String value, JsonPointer at) {
        DynamicReferences references = DynamicReferences.in(value);
        references
                .mistakes()
                .forEach(mistake -> problems.error(
                        at,
                        mistake,
                        "Write {{resolve:secretsmanager:NAME:SecretString:key}}, {{resolve:ssm:NAME}}"
                                + " or {{resolve:ssm-secure:NAME}}"));
        references.occurrences().stream()
                .filter(found -> found.reference().kind() == DynamicReference.Kind.JENKINS)
                .forEach(found -> problems.error(
                        at,
                        "Reference '" + found.reference()
                                + "' stands for a value of a build, which no document can name",
                        "Put the value into Secrets Manager or the Parameter Store and refer to it there"));
        if (references.isEmpty() && value.length() > LONGEST_VALUE) {
            problems.error(
                    at,
                    "The value has " + value.length() + " characters",
                    "Systems Manager accepts " + LONGEST_VALUE + "; put the text into a parameter and refer to it");
        }
    }

    private void secret(String key, String value, JsonPointer at) {
        if (SecretGuess.looksSecret(key, value)) {
            problems.warning(
                    at,
                    "The value looks like a secret that is written out; documents, exports and their history would hold"
                            + " it",
                    "Keep it in Secrets Manager and write {{resolve:secretsmanager:NAME}}");
        }
    }
}
