package io.jenkins.plugins.drs.configuration.schedule;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.InitMilestone;
import hudson.model.Computer;
import hudson.model.Job;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.drs.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.configuration.DrillJobSettings;
import io.jenkins.plugins.drs.configuration.store.PlanStore;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * The jobs of all plans. They are found by their {@link PlanJobProperty}, wherever they were moved. Works as Jenkins
 * itself: whoever may change plans need not be allowed to change jobs.
 */
@Extension
public final class PlanJobs {
    private static final Logger LOGGER = Logger.getLogger(PlanJobs.class.getName());

    private final AtomicBoolean due = new AtomicBoolean();
    private final SettledJobs settled = new SettledJobs();
    private volatile List<JobProblem> problems = List.of();

    public static PlanJobs get() {
        return ExtensionList.lookupSingleton(PlanJobs.class);
    }

    /** The job of a plan, if it has one. Checks no permission: callers do. */
    public Optional<Job<?, ?>> find(String planName, Purpose purpose) {
        return Optional.ofNullable(all().get(PlanJobMark.key(planName, purpose)));
    }

    /** The jobs of all plans that have one, by name of the plan in lower case. Checks no permission: callers do. */
    public Map<Purpose, Map<String, Job<?, ?>>> byPurpose() {
        Map<Purpose, Map<String, Job<?, ?>>> jobs = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            jobs.put(purpose, new LinkedHashMap<>());
        }
        all().forEach((key, job) -> jobs.forEach((purpose, of) -> {
            String prefix = PlanJobMark.key("", purpose);
            if (key.startsWith(prefix)) {
                of.put(key.substring(prefix.length()), job);
            }
        }));
        return jobs;
    }

    /** When a job of the plan runs by itself, in Jenkins' cron syntax; empty text for never. */
    public static String schedule(RecoveryPlan plan, Purpose purpose) {
        return JobUpdate.schedule(settings(), plan, purpose);
    }

    /** Why jobs do not follow their plans, as it was when they were looked at last; empty when all is well. */
    public List<JobProblem> problems() {
        return problems;
    }

    /** Brings all jobs up to date soon, on another thread; asked several times before that, does it once. */
    public void updateSoon() {
        if (Jenkins.get().getInitLevel().compareTo(InitMilestone.JOB_CONFIG_ADAPTED) >= 0
                && due.compareAndSet(false, true)) {
            Computer.threadPoolForRemoting.submit(this::updateIfDue);
        }
    }

    private void updateIfDue() {
        try {
            update();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The jobs of recovery plans cannot be brought up to date", e);
        }
    }

    /** Brings all jobs up to date: makes those that are missing, changes those whose plans changed, disables the rest. */
    public synchronized void update() {
        due.set(false);
        DrConfiguration configuration;
        try {
            configuration = PlanStore.get().current().configuration();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The jobs of recovery plans stay as they are", e);
            return;
        }
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            problems = List.copyOf(new JobUpdate(settings(), all(), settled).run(configuration));
        }
    }

    /**
     * The job of a plan, made or enabled if need be, whether the plan has a schedule or not.
     *
     * @throws IOException when it cannot be made; says why
     */
    public synchronized Job<?, ?> onDemand(String planName, Purpose purpose) throws IOException {
        RecoveryPlan plan = plan(planName);
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            return new JobUpdate(settings(), all(), settled).onDemand(plan, purpose);
        }
    }

    /**
     * Makes a job that was changed by hand again what its plan says.
     *
     * @throws IOException when that cannot be done; says why
     */
    public synchronized void restore(String planName, Purpose purpose) throws IOException {
        RecoveryPlan plan = plan(planName);
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            new JobUpdate(settings(), all(), settled).restore(plan, purpose);
        }
        update();
    }

    /** Has the jobs of a plan follow its new name. */
    synchronized void renamed(String former, String name) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            for (Purpose purpose : Purpose.values()) {
                Job<?, ?> job = all().get(PlanJobMark.key(former, purpose));
                if (job != null) {
                    PlanJob.of(job).rename(name);
                }
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The jobs of '" + former + "' cannot follow its new name '" + name + "'", e);
        }
    }

    private static RecoveryPlan plan(String planName) throws IOException {
        return PlanStore.get()
                .current()
                .configuration()
                .plan(planName)
                .orElseThrow(() -> new NoSuchElementException("There is no recovery plan '" + planName + "'."));
    }

    private static DrillJobSettings settings() {
        return DisasterRecoveryConfiguration.get().getDrillJobs();
    }

    /** All jobs that were made from plans; of two for the same, the one that comes first by name. */
    private static Map<String, Job<?, ?>> all() {
        Map<String, Job<?, ?>> jobs = new LinkedHashMap<>();
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            List<Job<?, ?>> found = new ArrayList<>();
            for (Job<?, ?> job : Jenkins.get().allItems(Job.class)) {
                found.add(job);
            }
            for (Job<?, ?> job : found) {
                PlanJobProperty property = job.getProperty(PlanJobProperty.class);
                if (property != null) {
                    jobs.putIfAbsent(property.mark().key(), job);
                }
            }
        }
        return jobs;
    }
}
