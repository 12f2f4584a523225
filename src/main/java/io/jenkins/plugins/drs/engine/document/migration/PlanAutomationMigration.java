package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applications of AWS's sample DRS Plan Automation. A wave there takes the servers that have both the application's tag
 * and its own; here that is a group, which waves of several plans may share.
 */
final class PlanAutomationMigration {
    private final Map<String, String> groupNames = new LinkedHashMap<>();
    private final List<Object> groups = new ArrayList<>();
    private final List<Object> plans = new ArrayList<>();
    private final UniqueNames uniqueGroups;
    private final UniqueNames uniquePlans;
    private final PlanAutomationActions actions;
    private final Accounts accounts;
    private final Notes notes;

    PlanAutomationMigration(MigrationOptions options, Notes notes) {
        this.notes = notes;
        uniqueGroups = new UniqueNames(notes);
        uniquePlans = new UniqueNames(notes);
        actions = new PlanAutomationActions(notes);
        accounts = new Accounts(options, notes);
    }

    Map<String, Object> migrate(List<SourceObject> applications) {
        applications.forEach(this::application);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("exportMetadata", Migration.metadata("DRS Plan Automation"));
        if (!accounts.all().isEmpty()) {
            result.put("targetAccounts", accounts.all());
        }
        result.put("protectionGroups", groups);
        result.put("recoveryPlans", plans);
        return result;
    }

    /** What the groups of an application have in common. */
    private record Application(
            SourceObject source,
            String name,
            Optional<String> region,
            Optional<String> account,
            Map<String, String> tag) {}

    private void application(SourceObject source) {
        Application application = new Application(
                source,
                source.text("AppName").orElse("Unnamed"),
                source.text("Region"),
                accounts.of(source.text("AccountId"), Optional.empty(), source.at("AccountId")),
                tag(source));
        List<SourceObject> own = source.objects("Plans");
        if (own.isEmpty()) {
            notes.lost(source.at("Plans"), "The application " + Shown.quoted(application.name()) + " has no plans");
        }
        own.forEach(plan -> plans.add(plan(plan, application)));
        source.tellRest();
    }

    private Map<String, Object> plan(SourceObject source, Application application) {
        UniqueNames waveNames = new UniqueNames(notes);
        List<Object> waves = new ArrayList<>();
        source.objects("Waves").forEach(wave -> waves.add(wave(wave, application, waveNames)));
        String written = source.text("PlanName", "Name").orElse(application.name());
        Map<String, Object> plan = new ResultObject()
                .put("planName", Optional.of(uniquePlans.of(written, source.at("PlanName"))))
                .put("description", source.text("Description"))
                .put("rto", seconds(source, "RTO"))
                .put("rpo", seconds(source, "RPO"))
                .put("waves", Optional.of(waves))
                .members();
        source.tellRest();
        return plan;
    }

    /** The sample does not say in which unit people gave these; all other times of it are seconds. */
    private Optional<String> seconds(SourceObject plan, String field) {
        Optional<String> objective = plan.text(field);
        objective.ifPresent(value -> notes.assumed(
                plan.at(field), "Read as seconds, since the format names no unit: " + Shown.quoted(value)));
        return objective;
    }

    private Map<String, Object> wave(SourceObject source, Application application, UniqueNames waveNames) {
        String written = source.text("Name", "WaveName").orElse("Wave");
        String group = group(source, application, written);
        Map<String, Object> wave = new ResultObject()
                .put("waveName", Optional.of(waveNames.of(written, source.at("Name"))))
                .put("protectionGroupName", Optional.of(group))
                .put("maxWaitTime", source.text("MaxWaitTime"))
                .putFilled("preWaveActions", actions.of(source, "PreWaveActions"))
                .putFilled("postWaveActions", actions.of(source, "PostWaveActions"))
                .members();
        source.tellRest();
        return wave;
    }

    private static Map<String, String> tag(SourceObject source) {
        Map<String, String> tag = new LinkedHashMap<>();
        Optional<String> key = source.text("KeyName");
        Optional<String> value = source.text("KeyValue");
        key.ifPresent(name -> tag.put(name, value.orElse("")));
        return tag;
    }

    private String group(SourceObject wave, Application application, String waveName) {
        Map<String, String> tags = new LinkedHashMap<>(application.tag());
        tag(wave).forEach((key, value) -> {
            String other = tags.put(key, value);
            if (other != null && !other.equals(value)) {
                notes.lost(
                        wave.at("KeyValue"),
                        "The application and the wave ask for different values of one tag, so that no server has both;"
                                + " the wave's is kept");
            }
        });
        String key = application.account() + "/" + application.region() + "/" + tags;
        return groupNames.computeIfAbsent(key, any -> newGroup(wave, application, waveName, tags));
    }

    private String newGroup(SourceObject wave, Application application, String waveName, Map<String, String> tags) {
        String label = wave.text("KeyValue").orElse(waveName);
        String name = uniqueGroups.of(application.name() + " " + label, wave.at("KeyValue"));
        groups.add(new ResultObject()
                .put("groupName", Optional.of(name))
                .put("description", application.source().text("Description"))
                .put("region", application.region())
                .put("accountId", application.account())
                .putFilled("serverSelectionTags", tags)
                .members());
        return name;
    }

    /** Actions of AWS's sample DRS Plan Automation: what is handed to {@code StartAutomationExecution}, and for how long. */
    private static final class PlanAutomationActions {
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
            String written =
                    source.text("Name").orElse(String.valueOf(automation.getOrDefault("documentName", "Action")));
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
}
