package io.jenkins.plugins.drs.plugin.pages;

import hudson.model.Job;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.schedule.JobProblem;
import io.jenkins.plugins.drs.plugin.configuration.schedule.PlanJobs;
import io.jenkins.plugins.drs.plugin.configuration.schedule.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs of plans, as they are now. All of them are asked for once. */
final class JobsOfPlans {
    private final Map<Purpose, Map<String, Job<?, ?>>> jobs;
    private final Map<String, List<JobProblem>> problems = new HashMap<>();
    private final Instant now = Instant.now();

    private JobsOfPlans(Map<Purpose, Map<String, Job<?, ?>>> jobs, List<JobProblem> problems) {
        this.jobs = jobs;
        problems.forEach(problem -> this.problems
                .computeIfAbsent(PlanDrills.key(problem.plan()), first -> new ArrayList<>())
                .add(problem));
    }

    static JobsOfPlans now() {
        return new JobsOfPlans(PlanJobs.get().byPurpose(), PlanJobs.get().problems());
    }

    /** When the plan's job for that runs next by itself; empty when it has none that does. */
    Optional<Instant> next(RecoveryPlan plan, Purpose purpose) {
        Job<?, ?> job = jobs.getOrDefault(purpose, Map.of()).get(PlanDrills.key(plan.planName()));
        return job == null || !job.isBuildable()
                ? Optional.empty()
                : NextRun.after(now, PlanJobs.schedule(plan, purpose), job.getFullName());
    }

    /** Why jobs do not follow the plan, and what to do about it. */
    List<String> problems(String planName) {
        return problems.getOrDefault(PlanDrills.key(planName), List.of()).stream()
                .map(problem -> problem.job().isEmpty() ? problem.message() : problem.job() + ": " + problem.message())
                .toList();
    }
}
