package io.jenkins.plugins.drs.page;

import hudson.model.Job;
import io.jenkins.plugins.drs.configuration.schedule.JobProblem;
import io.jenkins.plugins.drs.configuration.schedule.PlanJobs;
import io.jenkins.plugins.drs.configuration.schedule.Purpose;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs that drill plans, as they are now. All of them are asked for once. */
final class JobsOfPlans {
    private final Map<String, Job<?, ?>> drills;
    private final Map<String, List<JobProblem>> problems = new HashMap<>();
    private final Instant now = Instant.now();

    private JobsOfPlans(Map<String, Job<?, ?>> drills, List<JobProblem> problems) {
        this.drills = drills;
        problems.forEach(problem -> this.problems
                .computeIfAbsent(PlanDrills.key(problem.plan()), first -> new ArrayList<>())
                .add(problem));
    }

    static JobsOfPlans now() {
        return new JobsOfPlans(PlanJobs.get().all(Purpose.DRILL), PlanJobs.get().problems());
    }

    /** When the plan's job drills it next by itself; empty when it has none that does. */
    Optional<Instant> next(RecoveryPlan plan) {
        Job<?, ?> job = drills.get(PlanDrills.key(plan.planName()));
        if (job == null || !job.isBuildable()) {
            return Optional.empty();
        }
        return plan.schedule().drills().flatMap(schedule -> NextRun.after(now, schedule, job.getFullName()));
    }

    /** Why jobs do not follow the plan, and what to do about it. */
    List<String> problems(String planName) {
        return problems.getOrDefault(PlanDrills.key(planName), List.of()).stream()
                .map(problem -> problem.job().isEmpty() ? problem.message() : problem.job() + ": " + problem.message())
                .toList();
    }
}
