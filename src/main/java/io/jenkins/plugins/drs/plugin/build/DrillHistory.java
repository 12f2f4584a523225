package io.jenkins.plugins.drs.plugin.build;

import hudson.model.Job;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import io.jenkins.plugins.drs.plugin.run.ExecutionView;
import io.jenkins.plugins.drs.plugin.run.KnownDrill;
import io.jenkins.plugins.drs.plugin.run.history.DrillLedger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects drills of a job. Loads no build; reads a journal only where its figures are missing, and few at once. */
record DrillHistory(Job<?, ?> job, List<KnownDrill> drills) {
    static DrillHistory of(Job<?, ?> job) {
        List<KnownDrill> launches = DrillIndex.get().of(job).stream()
                .filter(drill -> drill.mode().launches())
                .toList();
        return new DrillHistory(job, launches);
    }

    boolean isEmpty() {
        return drills.isEmpty();
    }

    /**
     * Plans in the order in which they ran last, the newest first.
     *
     * @param most how many drills of each plan are looked at, the newest
     */
    List<PlanHistory> plans(int most) {
        Map<String, List<KnownDrill>> byPlan = new LinkedHashMap<>();
        drills.forEach(drill -> byPlan.computeIfAbsent(drill.record().planName(), plan -> new ArrayList<>())
                .add(drill));
        return byPlan.entrySet().stream()
                .map(plan -> plan(plan.getKey(), plan.getValue(), most))
                .filter(PlanHistory::isOfServers)
                .toList();
    }

    private PlanHistory plan(String name, List<KnownDrill> all, int most) {
        List<KnownDrill> shown = all.subList(0, Math.min(most, all.size()));
        DrillLedger.Found known = DrillIndex.get()
                .ledger()
                .of(shown.stream()
                        .filter(drill -> !drill.running())
                        .map(drill -> drill.record().executionId())
                        .toList());
        Map<String, DrillSummary> figures = new HashMap<>();
        known.drills().forEach(drill -> figures.put(drill.run().executionId(), drill));
        shown.stream().filter(KnownDrill::running).forEach(drill -> addLive(drill, figures));
        List<KnownDrill> listed = shown.stream()
                .filter(drill -> figures.containsKey(drill.record().executionId()))
                .toList();
        List<DrillSummary> drills = listed.stream()
                .map(drill -> figures.get(drill.record().executionId()))
                .toList();
        List<DrillRow> runs = new ArrayList<>();
        for (int index = 0; index < listed.size(); index++) {
            runs.add(new DrillRow(
                    listed.get(index), Optional.of(drills.get(index).run()), job::getUrl));
        }
        return new PlanHistory(name, runs, drills, all.size(), known.pending());
    }

    /** What runs is in memory. */
    private static void addLive(KnownDrill drill, Map<String, DrillSummary> figures) {
        String id = drill.record().executionId();
        DrillIndex.get()
                .find(id)
                .flatMap(ExecutionView::result)
                .ifPresent(result -> figures.put(id, DrillSummary.of(result, true)));
    }
}
