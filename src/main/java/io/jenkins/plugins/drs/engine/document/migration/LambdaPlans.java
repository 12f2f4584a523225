package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans of the Lambda orchestrator, whose waves have numbers. */
final class LambdaPlans {
    private final UniqueNames planNames;
    private final GroupReferences references;
    private final LambdaGroups groups;
    private final Accounts accounts;
    private final Notes notes;

    LambdaPlans(GroupReferences references, LambdaGroups groups, Accounts accounts, Notes notes) {
        this.references = references;
        this.groups = groups;
        this.accounts = accounts;
        this.notes = notes;
        planNames = new UniqueNames(notes);
    }

    private record NumberedWave(SourceObject source, int number, String name) {}

    Map<String, Object> plan(SourceObject source) {
        String name = planNames.of(source.text("planName", "name").orElse(""), source.at("planName"));
        accounts.of(source.text("accountId"), source.text("assumeRoleName"), source.at("accountId"));
        List<NumberedWave> waves = waves(source);
        Map<Integer, String> names = new HashMap<>();
        waves.forEach(wave -> names.put(wave.number(), wave.name()));
        List<Object> results = new ArrayList<>();
        for (int place = 0; place < waves.size(); place++) {
            results.add(wave(waves.get(place), place, names, name));
        }
        Map<String, Object> plan = new ResultObject()
                .put("planName", Optional.of(name))
                .put("description", source.text("description"))
                .put("rto", source.text("rto"))
                .put("rpo", source.text("rpo"))
                .put("waves", Optional.of(results))
                .members();
        source.tellRest();
        return plan;
    }

    private List<NumberedWave> waves(SourceObject plan) {
        UniqueNames waveNames = new UniqueNames(notes);
        List<NumberedWave> waves = new ArrayList<>();
        for (SourceObject source : plan.objects("waves")) {
            int number = number(source, waves.size());
            String written = source.text("waveName", "name").orElse("Wave " + (waves.size() + 1));
            waves.add(new NumberedWave(source, number, waveNames.of(written, source.at("waveName"))));
        }
        List<NumberedWave> sorted = new ArrayList<>(waves);
        sorted.sort(Comparator.comparingInt(NumberedWave::number));
        if (!sorted.equals(waves)) {
            notes.changed(plan.at("waves"), "The waves stand in the order of their numbers");
        }
        return sorted;
    }

    private static int number(SourceObject wave, int place) {
        return wave.text("waveNumber")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .orElse(place);
    }

    private Map<String, Object> wave(NumberedWave wave, int place, Map<Integer, String> names, String planName) {
        SourceObject source = wave.source();
        List<String> groupNames = groupNames(wave, planName);
        Map<String, Object> result = new ResultObject()
                .put("waveName", Optional.of(wave.name()))
                .putFilled("protectionGroupNames", groupNames)
                .put("dependsOn", dependencies(wave, place, names))
                .put("pauseBefore", source.value("pauseBeforeWave", "pauseBefore"))
                .put("maxWaitTime", source.text("maxWaitTime"))
                .members();
        source.tellRest();
        return result;
    }

    private List<String> groupNames(NumberedWave wave, String planName) {
        SourceObject source = wave.source();
        Set<String> serverIds = new LinkedHashSet<>(source.texts("serverIds"));
        List<String> named = source.texts("protectionGroupName");
        List<String> ids = new ArrayList<>(source.texts("protectionGroupIds"));
        ids.addAll(source.texts("protectionGroupId"));
        boolean idsAreKnown = !ids.isEmpty() && ids.stream().allMatch(references::knows);
        Optional<String> around = idsAreKnown || !named.isEmpty() ? Optional.empty() : groups.around(serverIds);
        List<String> resolved;
        if (around.isPresent()) {
            notes.assumed(
                    source.at("protectionGroupIds"),
                    "The group is " + Shown.quoted(around.get()) + ", since it holds the servers of the wave");
            resolved = List.of(around.get());
        } else {
            String field = idsAreKnown || named.isEmpty() ? "protectionGroupIds" : "protectionGroupName";
            List<String> written = field.equals("protectionGroupIds") ? ids : named;
            resolved = written.stream()
                    .map(id -> references.resolve(id, source.at(field)))
                    .toList();
        }
        return resolved.stream()
                .distinct()
                .map(group -> groups.holding(group, serverIds, planName + ": " + wave.name(), source.at("serverIds")))
                .toList();
    }

    /** There, waves run one after another in any case; dependencies are checked on top of that. */
    private Optional<Object> dependencies(NumberedWave wave, int place, Map<Integer, String> names) {
        List<String> numbers = wave.source().texts("dependsOnWaves");
        List<String> dependsOn = new ArrayList<>();
        for (String number : numbers) {
            String name = number.matches("[0-9]{1,6}") ? names.get(Integer.valueOf(number)) : null;
            if (name == null) {
                notes.lost(
                        wave.source().at("dependsOnWaves"), "The plan has no wave of number " + Shown.quoted(number));
            } else {
                dependsOn.add(name);
            }
        }
        if (dependsOn.isEmpty() && place > 0) {
            notes.assumed(
                    wave.source().at("dependsOnWaves"),
                    "The wave waits for the one before it, as waves did there; write dependsOn: [] to start it at once");
        }
        return dependsOn.isEmpty() ? Optional.empty() : Optional.of(dependsOn);
    }
}
