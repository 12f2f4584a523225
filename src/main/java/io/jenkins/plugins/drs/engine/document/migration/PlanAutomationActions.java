package io.jenkins.plugins.drs.engine.document.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Actions of AWS's sample DRS Plan Automation: what is handed to {@code StartAutomationExecution}, and for how long. */
final class PlanAutomationActions {
    private final Notes notes;

    PlanAutomationActions(Notes notes) {
        this.notes = notes;
    }

    List<Object> of(SourceObject wave, String field) {
        UniqueNames names = new UniqueNames(notes);
        List<Object> actions = new ArrayList<>();
        wave.objects(field).forEach(action -> actions.add(action(action, names)));
        return actions;
    }

    private Map<String, Object> action(SourceObject source, UniqueNames names) {
        Map<String, Object> automation = new LinkedHashMap<>();
        source.object("StartAutomationExecution").ifPresent(started -> automation.putAll(automation(started)));
        String written = source.text("Name").orElse(String.valueOf(automation.getOrDefault("documentName", "Action")));
        Map<String, Object> action = new ResultObject()
                .put("name", Optional.of(names.of(written, source.at("Name"))))
                .putAll(automation)
                .put("maxWaitTime", source.text("MaxWaitTime"))
                .members();
        source.tellRest();
        return action;
    }

    private static Map<String, Object> automation(SourceObject started) {
        Map<String, Object> automation = new ResultObject()
                .put("documentName", started.text("DocumentName"))
                .put("documentVersion", started.text("DocumentVersion"))
                .put("parameters", started.value("Parameters"))
                .members();
        started.tellRest();
        return automation;
    }
}
