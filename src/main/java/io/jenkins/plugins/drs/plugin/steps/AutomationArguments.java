package io.jenkins.plugins.drs.plugin.steps;

import hudson.AbortException;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.SealedText;
import io.jenkins.plugins.drs.plugin.steps.BuildEnvironment.BuildMasks;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an automation is run with. Plain values that are kept with the build. */
final class AutomationArguments implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String WAVE = "Automation";

    final String region;
    final String credentialsId;
    private final String document;
    private final String version;
    private LinkedHashMap<String, ArrayList<String>> parameters = new LinkedHashMap<>();
    private final int timeoutMinutes;

    AutomationArguments(SsmActionStep step) {
        this.document = step.getDocument();
        this.version = step.getDocumentVersion();
        this.region = step.getRegion();
        this.credentialsId = step.getCredentialsId();
        this.timeoutMinutes = step.getTimeoutMinutes();
        step.getParameters().forEach((name, value) -> parameters.put(name, new ArrayList<>(texts(value))));
    }

    /** Parameters may be secrets, and Jenkins keeps the state of a running pipeline in a file. */
    private void writeObject(ObjectOutputStream out) throws IOException {
        LinkedHashMap<String, ArrayList<String>> plain = parameters;
        parameters = changed(SealedText.JENKINS::closed);
        try {
            out.defaultWriteObject();
        } finally {
            parameters = plain;
        }
    }

    /** What an earlier version kept is not sealed, and what cannot be opened any more is left as it is. */
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        parameters = changed(text -> SealedText.JENKINS.opened(text).orElse(text));
    }

    private LinkedHashMap<String, ArrayList<String>> changed(UnaryOperator<String> change) {
        LinkedHashMap<String, ArrayList<String>> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) ->
                copy.put(name, new ArrayList<>(values.stream().map(change).toList())));
        return copy;
    }

    /** A plan with the automation as its only action. */
    DrConfiguration plan(String targetRegion) throws AbortException {
        if (document == null || document.isBlank() || timeoutMinutes < 1) {
            throw BuildConsole.abort(Messages.automation_arguments(document, timeoutMinutes));
        }
        AutomationAction action = new AutomationAction(
                document,
                new AutomationAction.Document(document, Optional.ofNullable(version)),
                new LinkedHashMap<>(parameters),
                Duration.ofMinutes(timeoutMinutes),
                OnFailure.STOP,
                Optional.of(Target.own(targetRegion)),
                Map.of());
        Wave wave = Wave.of(WAVE, List.of()).after(List.of()).withActions(List.of(action), List.of());
        return DrConfiguration.EMPTY.withPlans(List.of(RecoveryPlan.of("ssmAction " + document, List.of(wave))));
    }

    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Iterable<?> several) {
            several.forEach(each -> texts.add(BuildMasks.text(each)));
        } else {
            texts.add(BuildMasks.text(value));
        }
        return texts;
    }

    /** Reads lines {@code Name=value}; a name that comes again makes a list. */
    static Map<String, Object> fromLines(String lines) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String line : lines.split("\r?\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                String value = line.substring(equals + 1).trim();
                parameters.merge(line.substring(0, equals).trim(), value, AutomationArguments::joined);
            }
        }
        return parameters;
    }

    private static Object joined(Object before, Object value) {
        List<String> both = texts(before);
        both.addAll(texts(value));
        return both;
    }

    static String toLines(Map<String, Object> parameters) {
        StringBuilder lines = new StringBuilder();
        parameters.forEach((name, value) -> texts(value)
                .forEach(text -> lines.append(name).append('=').append(text).append('\n')));
        return lines.toString();
    }
}
