package io.jenkins.plugins.drs.plugin.configuration.schedule;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.InitMilestone;
import hudson.model.Computer;
import hudson.model.Job;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.DrillJobSettings;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
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
 * The jobs of all plans. Which job serves a plan stands in {@link PlanJobRegistry}, which follows jobs wherever they are
 * moved. Works as Jenkins itself: whoever may change plans need not be allowed to change jobs.
 */
@Extension
public final class PlanJobs {
    private static final Logger LOGGER = Logger.getLogger(PlanJobs.class.getName());

    private final AtomicBoolean due = new AtomicBoolean();
    private final VerifiedJobs settled = new VerifiedJobs();
    private final PlanJobRegistry registry = new PlanJobRegistry(
            Jenkins.get().getRootDir().toPath().resolve("disaster-recovery").resolve("plan-jobs.json"));
    private volatile List<JobProblem> problems = List.of();

    public static PlanJobs get() {
        return ExtensionList.lookupSingleton(PlanJobs.class);
    }

    PlanJobRegistry registry() {
        return registry;
    }

    /** The job of a plan, if it has one. Checks no permission: callers do. */
    public Optional<Job<?, ?>> find(String planName, Purpose purpose) {
        return Optional.ofNullable(known().get(PlanJobMark.key(planName, purpose)))
                .map(JobUpdate.Served::job);
    }

    /** Whether the job serves a plan. */
    boolean serves(Job<?, ?> job) {
        return entry(job).isPresent();
    }

    /** How a job was made; empty for one that serves no plan. Takes no lock. */
    Optional<PlanJobRegistry.Entry> entry(Job<?, ?> job) {
        try {
            return registry.ofJob(job.getFullName());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "It is not known which jobs serve recovery plans", e);
            return Optional.empty();
        }
    }

    /** The jobs of all plans that have one, by name of the plan in lower case. Checks no permission: callers do. */
    public Map<Purpose, Map<String, Job<?, ?>>> byPurpose() {
        Map<Purpose, Map<String, Job<?, ?>>> jobs = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            jobs.put(purpose, new LinkedHashMap<>());
        }
        known().forEach((key, served) -> jobs.forEach((purpose, of) -> {
            String prefix = PlanJobMark.key("", purpose);
            if (key.startsWith(prefix)) {
                of.put(key.substring(prefix.length()), served.job());
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
            problems = List.copyOf(work().run(configuration));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The jobs of recovery plans stay as they are", e);
            problems = List.of(JobProblem.of("", "", String.valueOf(e.getMessage())));
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
            return work().onDemand(plan, purpose);
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
            work().restore(plan, purpose);
        }
        update();
    }

    /**
     * Has a job of an earlier version serve its plan: it is made anew from the plan.
     *
     * @throws IOException when that cannot be done; says why
     */
    synchronized void accept(String fullName) throws IOException {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            PlanJobRegistry.Entry entry = waiting(fullName);
            Job<?, ?> job = Jenkins.get().getItemByFullName(fullName, Job.class);
            if (job != null) {
                work().accept(plan(entry.mark().plan()), new JobUpdate.Served(job, entry.mark()));
            }
        }
        update();
    }

    /** Leaves a job of an earlier version to those who have it; its plan gets a new one. */
    synchronized void turnDown(String fullName) throws IOException {
        registry.turnDown(waiting(fullName).mark().key());
        update();
    }

    private PlanJobRegistry.Entry waiting(String fullName) throws IOException {
        return registry.waiting().values().stream()
                .filter(entry -> entry.job().equals(fullName))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No job '" + fullName + "' waits to be accepted."));
    }

    /** Has the jobs of a plan follow its new name. */
    synchronized void renamed(String former, String name) {
        try {
            registry.renamed(former, name);
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

    /** @throws IOException when it is not known which jobs serve plans */
    private JobUpdate work() throws IOException {
        if (registry.isNew()) {
            registry.begin(labelled());
        }
        return new JobUpdate(settings(), registry, served(), settled);
    }

    private Map<String, JobUpdate.Served> known() {
        try {
            return served();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "It is not known which jobs serve recovery plans", e);
            return Map.of();
        }
    }

    private Map<String, JobUpdate.Served> served() throws IOException {
        Map<String, JobUpdate.Served> jobs = new LinkedHashMap<>();
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            registry.jobs().forEach((key, entry) -> {
                Job<?, ?> job = Jenkins.get().getItemByFullName(entry.job(), Job.class);
                if (job != null) {
                    jobs.put(key, new JobUpdate.Served(job, entry.mark()));
                }
            });
        }
        return jobs;
    }

    /** Jobs that say of themselves that they were made from plans, as earlier versions believed. */
    private static List<PlanJobRegistry.Entry> labelled() {
        List<PlanJobRegistry.Entry> found = new ArrayList<>();
        for (Job<?, ?> job : Jenkins.get().allItems(Job.class)) {
            PlanJobProperty property = job.getProperty(PlanJobProperty.class);
            if (property != null) {
                found.add(new PlanJobRegistry.Entry(job.getFullName(), property.mark()));
            }
        }
        return found;
    }
}
