package io.jenkins.plugins.drs.plugin.configuration.schedule;

import hudson.model.Job;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.DrillJobSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings jobs up to date with plans, once. */
final class JobUpdate {
    private final DrillJobSettings settings;
    private final PlanJobRegistry registry;
    private final Map<String, Served> jobs;
    private final VerifiedJobs settled;
    private final List<JobProblem> problems = new ArrayList<>();

    /** A job that is there, with how it was made. */
    record Served(Job<?, ?> job, PlanJobMark mark) {}

    /** @param jobs those that serve plans, by {@link PlanJobMark#key} */
    JobUpdate(DrillJobSettings settings, PlanJobRegistry registry, Map<String, Served> jobs, VerifiedJobs settled) {
        this.settings = settings;
        this.registry = registry;
        this.settled = settled;
        this.jobs = new LinkedHashMap<>(jobs);
    }

    /** Says why jobs do not follow their plans. One that cannot be changed does not keep the others from it. */
    List<JobProblem> run(DrConfiguration configuration) {
        for (RecoveryPlan plan : configuration.recoveryPlans()) {
            for (Purpose purpose : Purpose.values()) {
                Served served = jobs.remove(PlanJobMark.key(plan.planName(), purpose));
                attempt(plan.planName(), served, () -> follow(plan, purpose, served));
            }
        }
        jobs.values().forEach(served -> attempt(served.mark().plan(), served, () -> disable(served)));
        return problems;
    }

    private interface Work {
        void run() throws IOException;
    }

    private void attempt(String plan, Served served, Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            problems.add(JobProblem.of(plan, name(served), Messages.problem_failed(String.valueOf(e.getMessage()))));
        }
    }

    private static String name(Served served) {
        return served == null ? "" : served.job().getFullName();
    }

    private PlanJob made(Served served) throws IOException {
        return PlanJob.of(registry, served.job(), served.mark());
    }

    private void follow(RecoveryPlan plan, Purpose purpose, Served served) throws IOException {
        String schedule = schedule(plan, purpose);
        JobDefinition wanted = purpose.meaning(plan, schedule);
        Optional<PlanJobRegistry.Entry> earlier = waiting(plan, purpose);
        if (served == null && earlier.isPresent()) {
            problems.add(new JobProblem(
                    plan.planName(), earlier.get().job(), Messages.problem_earlier(), JobProblem.Remedy.ACCEPT));
        } else if (served == null) {
            if (!schedule.isEmpty()) {
                create(plan, purpose, wanted, false);
            }
        } else if (schedule.isEmpty() && !served.mark().onDemand()) {
            disable(served);
        } else if (!settled.contains(served.job(), Optional.of(wanted))) {
            change(plan, served, wanted);
        }
    }

    private Optional<PlanJobRegistry.Entry> waiting(RecoveryPlan plan, Purpose purpose) throws IOException {
        return Optional.ofNullable(registry.waiting().get(PlanJobMark.key(plan.planName(), purpose)));
    }

    private void change(RecoveryPlan plan, Served served, JobDefinition wanted) throws IOException {
        PlanJob made = made(served);
        if (made.isChangedByHand(wanted)) {
            enable(made);
            String what = String.join(", ", made.differences(wanted));
            problems.add(new JobProblem(
                    plan.planName(), name(served), Messages.problem_changed(what), JobProblem.Remedy.RESTORE));
        } else {
            become(made, wanted, made.mark().of(plan.planName()));
            settled.add(served.job(), Optional.of(wanted));
        }
    }

    /** One that was disabled with its plan comes back with it; one that a person disabled stays so. */
    private static void become(PlanJob made, JobDefinition wanted, PlanJobMark base) throws IOException {
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

    private void disable(Served served) throws IOException {
        if (settled.contains(served.job(), Optional.empty())) {
            return;
        }
        PlanJob made = made(served);
        if (!made.isDisabled()) {
            made.write(made.mark().disabled(true), true);
        }
        settled.add(served.job(), Optional.empty());
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

    private Job<?, ?> create(RecoveryPlan plan, Purpose purpose, JobDefinition wanted, boolean onDemand)
            throws IOException {
        PlanJobMark mark = new PlanJobMark(plan.planName(), purpose, "", onDemand, false).meaning(wanted);
        JobDocument document =
                JobDocument.blank(purpose.buildsKept()).with(wanted).with(mark);
        Job<?, ?> made =
                new JobPlace(settings.getFolder()).create(JobPlace.name(plan.planName(), purpose), document.xml());
        registry.put(new PlanJobRegistry.Entry(made.getFullName(), mark));
        return made;
    }

    /** @throws IOException when the job is not what it was made to be; says what differs and how to restore it */
    Job<?, ?> onDemand(RecoveryPlan plan, Purpose purpose) throws IOException {
        JobDefinition wanted = purpose.meaning(plan, schedule(plan, purpose));
        Served served = jobs.get(PlanJobMark.key(plan.planName(), purpose));
        Optional<PlanJobRegistry.Entry> earlier = waiting(plan, purpose);
        if (served == null && earlier.isPresent()) {
            throw new IOException(Messages.refused_earlier(earlier.get().job()));
        }
        if (served == null) {
            return create(plan, purpose, wanted, true);
        }
        PlanJob made = made(served);
        if (made.isChangedByHand(wanted)) {
            throw new IOException(Messages.refused_changed(name(served), String.join(", ", made.differences(wanted))));
        }
        become(made, wanted, made.mark().asked());
        return served.job();
    }

    void restore(RecoveryPlan plan, Purpose purpose) throws IOException {
        Served served = jobs.get(PlanJobMark.key(plan.planName(), purpose));
        if (served != null) {
            accept(plan, served);
        }
    }

    /** Has a job serve its plan, made anew. */
    void accept(RecoveryPlan plan, Served served) throws IOException {
        PlanJob made = made(served);
        PlanJobMark base = served.mark().of(plan.planName());
        JobDefinition wanted = base.purpose().meaning(plan, schedule(plan, base.purpose()));
        boolean disabled = made.isDisabled() && !base.disabledWithPlan();
        made.restore(wanted, base.meaning(wanted).disabled(false), disabled);
    }
}
