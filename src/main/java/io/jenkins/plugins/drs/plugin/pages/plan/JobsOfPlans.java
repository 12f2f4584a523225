package io.jenkins.plugins.drs.plugin.pages.plan;

import hudson.model.Job;
import hudson.scheduler.CronTab;
import hudson.scheduler.Hash;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.schedule.JobProblem;
import io.jenkins.plugins.drs.plugin.configuration.schedule.PlanJobs;
import io.jenkins.plugins.drs.plugin.configuration.schedule.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;

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

    /** When a job with a schedule runs next. */
    static final class NextRun {
        private static final String ZONE = "TZ=";

        private NextRun() {}

        /**
         * The nearest time of all lines.
         *
         * @param schedule in Jenkins' cron syntax; the first line may name a time zone
         * @param job full name of the job, by which {@code H} spreads jobs
         * @return empty when the schedule has no line, or one that is no schedule
         */
        static Optional<Instant> after(Instant now, String schedule, String job) {
            String[] lines = schedule.split("\\r?\\n");
            String zone = lines[0].strip().startsWith(ZONE) ? lines[0].strip().substring(ZONE.length()) : null;
            try {
                return Stream.of(lines)
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(ZONE))
                        .map(line -> next(now, line, job, zone))
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        /** What has begun already counts as over, so it is looked for from the next minute on. */
        private static Instant next(Instant now, String line, String job, String zone) {
            Calendar from = zone == null ? new GregorianCalendar() : new GregorianCalendar(TimeZone.getTimeZone(zone));
            from.setTimeInMillis(now.plusSeconds(60).toEpochMilli());
            Calendar next = new CronTab(line, 1, Hash.from(job), zone).ceil(from);
            return next == null ? null : next.toInstant();
        }
    }
}
