package io.jenkins.plugins.drs.plugin.run;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Computer;
import hudson.model.Job;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.plugin.run.history.DrillLedger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * All executions of this controller with how they ended, in memory. What is missing there is read from the disk once.
 * Checks no permission: callers do.
 */
public final class DrillIndex {
    private final ExecutionFolders folders;
    private final DrillLedger ledger;
    private final Map<String, Optional<DrillSummary.Run>> ended = new ConcurrentHashMap<>();

    DrillIndex(ExecutionFolders folders, Executor files) {
        this.folders = folders;
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

    private static KnownDrill.State goingOn(String executionId) {
        if (DrillHost.get().stuck().has(executionId)) {
            return KnownDrill.State.STUCK;
        }
        boolean paused = DrillHost.get()
                .live(executionId)
                .filter(drill -> drill.result()
                        .filter(result -> result.status() == ExecutionStatus.PAUSED)
                        .isPresent())
                .isPresent();
        return paused ? KnownDrill.State.PAUSED : KnownDrill.State.RUNNING;
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
