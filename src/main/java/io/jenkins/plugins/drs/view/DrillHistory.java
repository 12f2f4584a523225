package io.jenkins.plugins.drs.view;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.drs.host.DrillRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects drills of a job's newest builds. */
final class DrillHistory {
    /** How many builds are looked at: each may have to be read from the disk. */
    private static final int BUILDS = 50;

    private DrillHistory() {}

    static boolean hasAny(Job<?, ?> job) {
        return newest(job).stream().anyMatch(build -> build.getAction(DrillAction.class) != null);
    }

    /** Plans in the order in which they ran last, the newest first. */
    static List<PlanHistory> of(Job<?, ?> job) {
        Map<String, List<DrillRun>> byPlan = new LinkedHashMap<>();
        for (Run<?, ?> build : newest(job)) {
            DrillAction action = build.getAction(DrillAction.class);
            if (action != null) {
                collect(build, action, byPlan);
            }
        }
        List<PlanHistory> plans = new ArrayList<>();
        byPlan.forEach((plan, runs) -> plans.add(new PlanHistory(plan, runs)));
        return plans;
    }

    private static void collect(Run<?, ?> build, DrillAction action, Map<String, List<DrillRun>> byPlan) {
        for (DrillEntry entry : action.entries()) {
            DrillRecord record = entry.record();
            if (record.mode().launches()) {
                entry.figures().filter(DrillHistory::isOfServers).ifPresent(figures -> byPlan.computeIfAbsent(
                                record.planName(), plan -> new ArrayList<>())
                        .add(new DrillRun(build, record, figures)));
            }
        }
    }

    /** A single automation is run like a plan, but has no servers and no objectives. */
    private static boolean isOfServers(DrillFigures figures) {
        return figures.servers() > 0 || figures.rto().objective().isPresent();
    }

    private static List<Run<?, ?>> newest(Job<?, ?> job) {
        List<Run<?, ?>> builds = new ArrayList<>();
        for (Run<?, ?> build : job.getBuilds()) {
            if (builds.size() == BUILDS) {
                break;
            }
            builds.add(build);
        }
        return builds;
    }
}
