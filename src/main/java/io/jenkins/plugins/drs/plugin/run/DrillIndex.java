package io.jenkins.plugins.drs.plugin.run;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Computer;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurations;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurationsCollector;
import io.jenkins.plugins.drs.engine.history.Comparison;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.plugin.run.history.DrillLedger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All executions of this controller, those that run and those that are over, with how they ended. What is not in memory is
 * read from the disk once. Checks no permission: callers do.
 */
public final class DrillIndex {
    /** How many are looked at for one to compare with: one in which nothing was recovered is of little use. */
    private static final int MOST = 10;
    /** Some ten thousand servers; to read more would keep the build waiting. */
    private static final long MOST_BYTES = 64L << 20;
    /** How many that are over are kept in memory as a whole, those that were looked at last. */
    private static final int KEPT = 32;

    private final ExecutionFolders folders;
    private final StuckDrills stuck;
    private final Function<String, Optional<RunningDrill>> live;
    private final DrillLedger ledger;
    private final Map<String, FinishedDrill> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FinishedDrill> eldest) {
            return size() > KEPT;
        }
    };
    private final Map<String, Optional<DrillSummary.Run>> ended = new ConcurrentHashMap<>();

    /** @param live the execution of an id, while it runs */
    DrillIndex(
            ExecutionFolders folders,
            StuckDrills stuck,
            Function<String, Optional<RunningDrill>> live,
            Executor files) {
        this.folders = folders;
        this.stuck = stuck;
        this.live = live;
        this.ledger = new DrillLedger(folders::folder, files);
    }

    public static DrillIndex get() {
        return DrillHost.get().index();
    }

    /** The newest first. */
    public List<KnownDrill> all() {
        List<KnownDrill> drills = new ArrayList<>();
        for (StoredRequest request : folders.all()) {
            drills.add(known(request));
        }
        Collections.reverse(drills);
        forgetDeleted(drills);
        return drills;
    }

    /** Executions of a job, the newest first. Loads no build. */
    public List<KnownDrill> of(Job<?, ?> job) {
        String name = job.getFullName();
        List<KnownDrill> drills = new ArrayList<>();
        for (StoredRequest request : folders.of(name)) {
            drills.add(known(request));
        }
        Collections.reverse(drills);
        return drills;
    }

    /** Figures of those that have ended, for histories. */
    public DrillLedger ledger() {
        return ledger;
    }

    private void forgetDeleted(List<KnownDrill> drills) {
        if (ended.size() > drills.size()) {
            Set<String> there =
                    drills.stream().map(drill -> drill.record().executionId()).collect(Collectors.toSet());
            ended.keySet().retainAll(there);
            ledger.retain(there);
        }
    }

    private KnownDrill known(StoredRequest request) {
        String id = request.executionId();
        boolean running = !ended.containsKey(id) && folders.isOpen(id);
        return new KnownDrill(
                request.record(),
                request.build().job(),
                request.build().number(),
                request.created(),
                request.access().simulated(),
                running ? goingOn(id) : KnownDrill.State.ENDED,
                running ? Optional.empty() : ended.computeIfAbsent(id, ledger::end));
    }

    private KnownDrill.State goingOn(String executionId) {
        if (stuck.has(executionId)) {
            return KnownDrill.State.STUCK;
        }
        boolean paused = live.apply(executionId)
                .flatMap(RunningDrill::result)
                .filter(result -> result.status() == ExecutionStatus.PAUSED)
                .isPresent();
        return paused ? KnownDrill.State.PAUSED : KnownDrill.State.RUNNING;
    }

    /** Executions that have not ended and cannot go on. */
    public StuckDrills stuck() {
        return stuck;
    }

    /** The execution of that id; empty when there is none, or its build is deleted. */
    public Optional<ExecutionView> find(String executionId) {
        return folders.find(executionId).map(this::view);
    }

    /** Executions that left something in AWS and whose build is gone, oldest first. */
    public List<ExecutionView> forgotten() {
        return folders.forgotten().stream().map(this::view).toList();
    }

    /** Removes the record of one of {@link #forgotten()}; others stay. */
    public void forget(String executionId) throws IOException {
        folders.forget(executionId);
    }

    /** Executions of a build, in the order in which they began. */
    public List<ExecutionView> of(Run<?, ?> build) {
        return folders.of(BuildRef.of(build)).stream().map(this::view).toList();
    }

    private ExecutionView view(StoredRequest request) {
        return live.apply(request.executionId())
                .<ExecutionView>map(drill -> drill)
                .orElseGet(() -> finished(request));
    }

    /** One that does not run, as its journal says. Only what is over is kept: the rest still grows. */
    synchronized FinishedDrill finished(StoredRequest request) {
        String id = request.executionId();
        FinishedDrill fresh = new FinishedDrill(request, folders.folder(id));
        return folders.isOpen(id) ? fresh : kept.computeIfAbsent(id, missing -> fresh);
    }

    /** How long things took in the last drill of the plan in that job that succeeded; nothing where there is none. */
    EarlierDurations durations(Job<?, ?> job, DrillRequest wanted) {
        return of(job).stream()
                .filter(drill -> drill.succeeded()
                        && drill.mode() == wanted.mode()
                        && drill.record().planName().equals(wanted.planName()))
                .findFirst()
                .map(drill -> EarlierDurationsCollector.from(
                        folders.journal(drill.record().executionId()), MOST_BYTES))
                .orElse(EarlierDurations.NONE);
    }

    /**
     * Compares an execution with the one before of the same plan, within one job: who may see its builds may see both.
     *
     * @return empty when there is none, nothing is left of it, or the execution launches no servers
     */
    public Optional<Comparison> compared(Job<?, ?> job, DrillResult result) {
        if (!result.run().mode().launches()) {
            return Optional.empty();
        }
        DrillSummary now = DrillSummary.of(result, true);
        List<String> before = of(job).stream()
                .dropWhile(
                        drill -> !drill.record().executionId().equals(now.run().executionId()))
                .skip(1)
                .filter(drill -> !drill.running()
                        && drill.mode().launches()
                        && drill.record().planName().equals(now.run().planName()))
                .map(drill -> drill.record().executionId())
                .limit(MOST)
                .toList();
        return Comparison.previousIn(now, ledger.of(before).drills()).map(previous -> Comparison.of(previous, now));
    }

    /** Takes in how an execution ended. */
    void ended(String executionId, DrillResult result) {
        ended.put(executionId, Optional.of(ledger.ended(executionId, result)));
    }

    /** Reads what is on the disk before somebody asks for it. */
    @Initializer(after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void begin() {
        Computer.threadPoolForRemoting.execute(() -> get().all());
    }
}
