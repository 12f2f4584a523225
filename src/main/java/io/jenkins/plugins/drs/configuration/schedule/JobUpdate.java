package io.jenkins.plugins.drs.configuration.schedule;

import hudson.model.Job;
import io.jenkins.plugins.drs.configuration.DrillJobSettings;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings jobs up to date with plans, once. */
final class JobUpdate {
    private final DrillJobSettings settings;
    private final Map<String, Job<?, ?>> jobs;
    private final SettledJobs settled;
    private final List<JobProblem> problems = new ArrayList<>();

    /** @param jobs those that were made from plans, by {@link PlanJobMark#key} */
    JobUpdate(DrillJobSettings settings, Map<String, Job<?, ?>> jobs, SettledJobs settled) {
        this.settings = settings;
        this.settled = settled;
        this.jobs = new LinkedHashMap<>(jobs);
    }

    /** Says why jobs do not follow their plans. One that cannot be changed does not keep the others from it. */
    List<JobProblem> run(DrConfiguration configuration) {
        for (RecoveryPlan plan : configuration.recoveryPlans()) {
            for (Purpose purpose : Purpose.values()) {
                Job<?, ?> job = jobs.remove(PlanJobMark.key(plan.planName(), purpose));
                attempt(plan.planName(), job, () -> follow(plan, purpose, job));
            }
        }
        jobs.values()
                .forEach(job -> attempt(job.getProperty(PlanJobProperty.class).getPlan(), job, () -> disable(job)));
        return problems;
    }

    private interface Work {
        void run() throws IOException;
    }

    private void attempt(String plan, Job<?, ?> job, Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            problems.add(
                    new JobProblem(plan, name(job), Messages.problem_failed(String.valueOf(e.getMessage())), false));
        }
    }

    private static String name(Job<?, ?> job) {
        return job == null ? "" : job.getFullName();
    }

    private void follow(RecoveryPlan plan, Purpose purpose, Job<?, ?> job) throws IOException {
        String schedule = schedule(plan, purpose);
        JobMeaning wanted = purpose.meaning(plan, schedule);
        if (job == null) {
            if (!schedule.isEmpty()) {
                create(plan, purpose, wanted, false);
            }
            return;
        }
        PlanJobMark mark = job.getProperty(PlanJobProperty.class).mark();
        if (schedule.isEmpty() && !mark.onDemand()) {
            disable(job);
        } else if (!settled.contains(job, Optional.of(wanted))) {
            change(plan, job, wanted);
        }
    }

    private void change(RecoveryPlan plan, Job<?, ?> job, JobMeaning wanted) throws IOException {
        PlanJob made = PlanJob.of(job);
        if (made.isChangedByHand(wanted)) {
            enable(made);
            problems.add(new JobProblem(plan.planName(), name(job), Messages.problem_changed(), true));
        } else {
            become(made, wanted, made.mark().of(plan.planName()));
            settled.add(job, Optional.of(wanted));
        }
    }

    /** One that was disabled with its plan comes back with it; one that a person disabled stays so. */
    private static void become(PlanJob made, JobMeaning wanted, PlanJobMark base) throws IOException {
        PlanJobMark mark = base.meaning(wanted).disabled(false);
        boolean disabled = made.isDisabled() && !base.disabledWithPlan();
        if (made.differs(wanted, mark, disabled)) {
            made.become(wanted, mark, disabled);
        }
    }

    private static void enable(PlanJob made) throws IOException {
        if (made.mark().disabledWithPlan()) {
            made.write(made.mark().disabled(false), false);
        }
    }

    private void disable(Job<?, ?> job) throws IOException {
        if (settled.contains(job, Optional.empty())) {
            return;
        }
        PlanJob made = PlanJob.of(job);
        if (!made.isDisabled()) {
            made.write(made.mark().disabled(true), true);
        }
        settled.add(job, Optional.empty());
    }

    private String schedule(RecoveryPlan plan, Purpose purpose) {
        return schedule(settings, plan, purpose);
    }

    static String schedule(DrillJobSettings settings, RecoveryPlan plan, Purpose purpose) {
        return switch (purpose) {
            case DRILL -> plan.schedule().drills().orElse("").strip();
            case CHECK -> plan.schedule().checksOr(settings.checkScheduleOrEmpty());
        };
    }

    private Job<?, ?> create(RecoveryPlan plan, Purpose purpose, JobMeaning wanted, boolean onDemand)
            throws IOException {
        PlanJobMark mark = new PlanJobMark(plan.planName(), purpose, "", onDemand, false).meaning(wanted);
        JobDocument document =
                JobDocument.blank(purpose.buildsKept()).with(wanted).with(mark);
        return new JobPlace(settings.getFolder()).create(JobPlace.name(plan.planName(), purpose), document.xml());
    }

    Job<?, ?> onDemand(RecoveryPlan plan, Purpose purpose) throws IOException {
        JobMeaning wanted = purpose.meaning(plan, schedule(plan, purpose));
        Job<?, ?> job = jobs.get(PlanJobMark.key(plan.planName(), purpose));
        if (job == null) {
            return create(plan, purpose, wanted, true);
        }
        PlanJob made = PlanJob.of(job);
        PlanJobMark mark = made.mark().asked();
        if (made.isChangedByHand(wanted)) {
            made.write(mark.disabled(false), made.isDisabled() && !mark.disabledWithPlan());
        } else {
            become(made, wanted, mark);
        }
        return job;
    }

    void restore(RecoveryPlan plan, Purpose purpose) throws IOException {
        Job<?, ?> job = jobs.get(PlanJobMark.key(plan.planName(), purpose));
        if (job != null) {
            become(
                    PlanJob.of(job),
                    purpose.meaning(plan, schedule(plan, purpose)),
                    PlanJob.of(job).mark());
        }
    }
}
