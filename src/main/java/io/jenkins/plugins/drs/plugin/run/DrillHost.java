package io.jenkins.plugins.drs.plugin.run;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import hudson.model.Run;
import io.jenkins.plugins.drs.engine.execution.Execution;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurations;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** Starts executions for builds, takes them up again after a restart, and keeps two from working on one plan. */
@Extension
public final class DrillHost {
    private static final Logger LOGGER = Logger.getLogger(DrillHost.class.getName());

    private final ExecutionFolders folders;
    private final AwsEnvironments environments;
    private final HostThreads threads = HostThreads.create();
    private final Map<String, RunningDrill> running = new ConcurrentHashMap<>();
    private final DrillIndex index;
    private final Claims claims;
    private final StuckDrills stuck;

    public DrillHost() {
        Path root = Jenkins.get().getRootDir().toPath().resolve("disaster-recovery");
        folders = new ExecutionFolders(root.resolve("executions"));
        claims = new Claims(folders);
        stuck = new StuckDrills(folders::folder);
        index = new DrillIndex(folders, stuck, this::live, threads.files());
        environments = new AwsEnvironments(root.resolve("simulator"), folders::isSimulatedUnfinished);
    }

    public static DrillHost get() {
        return ExtensionList.lookupSingleton(DrillHost.class);
    }

    /**
     * Starts an execution; asked again with the same build and step key, gives the one that was started then.
     *
     * @throws PlanInUseException when another execution works on the plan
     * @throws AccessRefusedException when there are no credentials to work with
     * @throws HostEndedException when Jenkins is shutting down
     * @throws IOException when the disk fails
     */
    public DrillHandle start(DrillRequest asked, BuildSide side, DrillCallback callback) throws IOException {
        MaskedValues masked = new MaskedValues(side.masked().get());
        DrillRequest wanted = masked.hiddenIn(FeatureGate.applied(asked, HostSettings.get()));
        Run<?, ?> build = side.build().orElseThrow();
        BuildLimit.check(build, wanted.mode(), wanted.planName());
        RequestMaker maker = new RequestMaker(wanted, build, masked);
        Optional<StoredRequest> earlier =
                claims.begun(build, wanted.stepKey()).or(() -> claims.orphan(build, maker, this::isUnclaimed));
        if (earlier.isPresent()) {
            folders.change(earlier.get().withStepKey(wanted.stepKey()));
            return attach(earlier.get().executionId(), side, callback);
        }
        AccessChoice credentials = AwsAccounts.choose(wanted, side, HostSettings.get());
        StoredRequest.Access access = environments.choose(credentials, HostSettings.get());
        EarlierDurations experience = index.durations(build.getParent(), wanted);
        RunningDrill drill = begin(wanted, maker, access, side, experience);
        HostEndedException.unlessEnded(() -> {
            drill.attach(side, callback);
            drill.go();
        });
        return drill;
    }

    private boolean isUnclaimed(StoredRequest request) {
        return live(request.executionId()).map(RunningDrill::isUnclaimed).orElse(true);
    }

    private synchronized RunningDrill begin(
            DrillRequest wanted,
            RequestMaker maker,
            StoredRequest.Access access,
            BuildSide side,
            EarlierDurations experience)
            throws IOException {
        threads.requireRunning();
        Instant now =
                environments.open(access, side, wanted.configuration()).time().instant();
        StoredRequest request =
                maker.stored(access, now, claims.artifactFolders(side.build().orElseThrow()));
        claims.open(request, wanted.configuration());
        try {
            maker.masked().write(folders.folder(request.executionId()), SealedText.JENKINS);
            return run(
                    setting(request, side, wanted.configuration(), 0),
                    (runtime, listener) -> Execution.begin(
                            folders.journal(request.executionId()),
                            maker.started(request),
                            runtime.knowing(experience),
                            listener));
        } catch (IOException | RuntimeException e) {
            folders.delete(request.executionId());
            throw e;
        }
    }

    /**
     * Removes what is left of an execution whose begin was cut off by a crash. Never runs beside {@link #begin}: one that is
     * beginning has no journal yet either, and would lose its folder.
     */
    synchronized boolean discardsUnbegun(StoredRequest request) throws IOException {
        boolean unbegun = live(request.executionId()).isEmpty() && !claims.hasBegun(request);
        if (unbegun) {
            folders.delete(request.executionId());
        }
        return unbegun;
    }

    private DrillSetting setting(StoredRequest request, BuildSide side, DrConfiguration configuration, long told) {
        Path folder = folders.folder(request.executionId());
        return new DrillSetting(
                request, folder, side, claims.others(request), threads, environments, stuck, configuration, told);
    }

    private RunningDrill run(DrillSetting setting, DrillSetting.Opening opening) throws IOException {
        RunningDrill drill = new RunningDrill(setting, opening, this::over);
        running.put(drill.executionId(), drill);
        return drill;
    }

    /** Has a step listen to the execution that it began, if it has begun one. */
    public Optional<DrillHandle> attach(Run<?, ?> build, String stepKey, BuildSide side, DrillCallback callback)
            throws IOException {
        Optional<StoredRequest> earlier = claims.begun(build, stepKey);
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(attach(earlier.get().executionId(), side, callback));
    }

    /**
     * Has a step listen to an execution, which is taken up again when a restart interrupted it. One that has ended
     * meanwhile is told as ended.
     *
     * @throws IOException when it cannot be taken up, or is gone
     */
    public DrillHandle attach(String executionId, BuildSide side, DrillCallback callback) throws IOException {
        StoredRequest request =
                folders.find(executionId).orElseThrow(() -> new IOException(Messages.execution_gone(executionId)));
        if (!folders.isOpen(executionId)) {
            FinishedDrill ended = index.finished(request);
            threads.files().execute(() -> {
                callback.attached(ended);
                ended.result().ifPresent(callback::finished);
            });
            return ended;
        }
        RunningDrill drill = resume(request, side);
        drill.attach(side, callback);
        return drill;
    }

    /** Has a step listen besides the one that began the execution. */
    public DrillHandle listen(String executionId, BuildSide side, DrillCallback callback) throws IOException {
        RunningDrill live = running.get(executionId);
        if (live == null) {
            return attach(executionId, side, callback);
        }
        live.listen(callback);
        return live;
    }

    /** Takes up an execution that has not ended, unless it runs already. */
    synchronized RunningDrill resume(StoredRequest request, BuildSide side) throws IOException {
        threads.requireRunning();
        RunningDrill live = running.get(request.executionId());
        if (live != null) {
            return live;
        }
        Path journal = folders.journal(request.executionId());
        PastEvents past = PastEvents.read(folders.folder(request.executionId()));
        DrConfiguration whole = AccountRoles.restored(
                folders.folder(request.executionId()), past.started().configuration());
        DrillSetting setting = setting(request, side, whole, past.last().sequence());
        RunningDrill drill = run(setting, StoppedDrill.explaining(journal, (runtime, listener) -> {
            environments.notBefore(past.last().at());
            return Execution.resume(journal, RequestMaker.origin("Jenkins", side.build(), request), runtime, listener);
        }));
        drill.go();
        return drill;
    }

    /** Calls {@code retry} soon after an execution has ended, once. */
    public void whenFree(Runnable retry) {
        claims.whenFree(retry);
    }

    void wakeWaiting() {
        claims.wakeWaiting(threads.files());
    }

    private void over(RunningDrill drill) {
        try {
            Optional<DrillResult> end =
                    drill.result().filter(result -> result.status().ended());
            if (end.isPresent()) {
                folders.close(drill.executionId());
                index.ended(drill.executionId(), end.get());
                folders.outlived(drill.request(), end);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Execution " + drill.executionId() + " has ended, but is not closed", e);
        }
        free(drill.executionId());
    }

    private void free(String executionId) {
        running.remove(executionId);
        claims.over(executionId);
        wakeWaiting();
    }

    /**
     * Ends an execution that cannot go on: its plan and servers are free, what it launched stays in AWS.
     *
     * @return false when it goes on meanwhile, or is over
     */
    public synchronized boolean close(String executionId, String by) throws IOException {
        if (!stuck.has(executionId)) {
            return false;
        }
        live(executionId).ifPresent(RunningDrill::abandon);
        stuck.close(executionId, by);
        folders.close(executionId);
        free(executionId);
        StoredRequest request = folders.find(executionId).orElseThrow();
        folders.outlived(request, index.finished(request).result());
        return true;
    }

    /** Parts an execution from its build, which was deleted: it is cancelled, or forgotten where it is over. */
    void lose(StoredRequest request, String why) throws IOException {
        StoredRequest lost = request.of(request.build().deleted());
        folders.change(lost);
        if (folders.isOpen(lost.executionId())) {
            resume(lost, BuildSide.silent(Optional.empty())).lose(lost, why);
        } else {
            folders.outlived(lost, index.finished(lost).result());
        }
    }

    AwsEnvironments environments() {
        return environments;
    }

    HostThreads threads() {
        return threads;
    }

    DrillIndex index() {
        return index;
    }

    ExecutionFolders folders() {
        return folders;
    }

    Claims claims() {
        return claims;
    }

    StuckDrills stuck() {
        return stuck;
    }

    Optional<RunningDrill> live(String executionId) {
        return Optional.ofNullable(running.get(executionId));
    }

    /** Lets go of everything when Jenkins ends. */
    @Terminator
    public static void terminate() {
        get().shutdown();
    }

    /** Lets go of everything, as when Jenkins ends; executions stay as they are in their journals. */
    synchronized void shutdown() {
        running.values().forEach(RunningDrill::abandon);
        running.clear();
        threads.shutdown();
        environments.close();
    }
}
