package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.ActionRef;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.LineUnreadable;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An execution as it stands after its events so far. Read by the deciders; changed by appliers alone.
 *
 * <p>Not safe for use by several threads.
 */
public final class ExecutionState {
    final Map<String, WaveState> waves = new LinkedHashMap<>();
    final ServerBook servers = new ServerBook();
    final Map<ActionRef, ActionState> actions = new LinkedHashMap<>();
    final Map<String, LaunchState> launches = new LinkedHashMap<>();
    final JobBook jobs = new JobBook();
    final InstanceBook instances = new InstanceBook();
    final Map<String, TerminationState> terminations = new LinkedHashMap<>();
    final Map<String, EffectHistory> effects = new HashMap<>();
    final Map<Target, TargetLoad> loads = new HashMap<>();
    final Map<Target, TargetIdentified> identities = new LinkedHashMap<>();
    final Set<String> stepsDone = new HashSet<>();
    final Set<Target> remainsSeen = new HashSet<>();
    final List<Check> checks = new ArrayList<>();
    final Set<String> leftBehind = new HashSet<>();
    final Set<String> seenUnhealthy = new HashSet<>();
    final SnapshotsDue snapshotsDue = new SnapshotsDue();
    final Outages outages = new Outages();
    final List<LineUnreadable> unreadable = new ArrayList<>();
    final Causes causes = new Causes();
    Phase phase = Phase.NEW;
    ExecutionStarted started;
    Instant startedAt;
    Instant lastEventAt;
    Instant cleanupBegan;
    Optional<String> cancelReason = Optional.empty();
    int reads;
    CheckTimes checkTimes;
    boolean stopRequested;
    boolean wavesClosed;
    boolean leftUnasked;
    ExecutionStatus finalStatus;

    /** Takes in one more event. */
    public void apply(RecordedEvent recorded) {
        Appliers.apply(this, recorded);
        lastEventAt = recorded.at();
    }

    /** Which events calls are made because of. */
    public Causes causes() {
        return causes;
    }

    public Phase phase() {
        return phase;
    }

    /** The first event; there is none while the phase is {@link Phase#NEW}. */
    public ExecutionStarted started() {
        return started;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Time of the newest event; empty before the first. */
    public Optional<Instant> lastEventAt() {
        return Optional.ofNullable(lastEventAt);
    }

    /**
     * When a limit ends that began to run at {@code since}. Times in which no engine ran do not count: nothing could be
     * started in them, and nobody saw what ended in them.
     */
    public Instant deadline(Instant since, Duration limit) {
        return since.plus(limit).plus(outages.since(since));
    }

    /** The plan that is run. */
    public RecoveryPlan plan() {
        return started.configuration()
                .plan(started.planName())
                .orElseThrow(() -> new IllegalStateException("Expected plan '" + started.planName()
                        + "' in the journal's configuration, but it is not there"));
    }

    /** How the execution stands; {@link ExecutionStatus#PAUSED} while every wave that could go on is paused. */
    public ExecutionStatus status() {
        if (finalStatus != null) {
            return finalStatus;
        }
        if (phase == Phase.NEW) {
            return ExecutionStatus.PENDING;
        }
        return isPaused() ? ExecutionStatus.PAUSED : ExecutionStatus.RUNNING;
    }

    private boolean isPaused() {
        return phase == Phase.WAVES
                && waves.values().stream().noneMatch(wave -> wave.status().active())
                && waves.values().stream().anyMatch(wave -> wave.status() == WaveStatus.PAUSED);
    }

    public Collection<WaveState> waves() {
        return Collections.unmodifiableCollection(waves.values());
    }

    public WaveState wave(String name) {
        return waves.get(name);
    }

    public Collection<ServerState> servers() {
        return servers.all();
    }

    public Optional<ServerState> server(String sourceServerId) {
        return servers.find(sourceServerId);
    }

    /** Servers of a wave in the order of AWS; empty when it has none, or before preflight found them. */
    public List<ServerState> serversOf(String wave) {
        return servers.ofWave(wave);
    }

    /** Servers in a stage, those first that came into it first. */
    public Line<ServerState> serversIn(ServerStage stage) {
        return servers.inStage(stage);
    }

    /** The same servers, found in other ways. */
    public ServerBook serverBook() {
        return servers;
    }

    /** How many servers of a wave are in a stage. */
    public int countIn(String wave, ServerStage stage) {
        return servers.count(wave, stage);
    }

    /** How many calls were made to see how things stand, rather than to do something. */
    public int reads() {
        return reads;
    }

    /** How long instances took to become healthy; empty before one did between two looks. */
    public Optional<CheckTimes> checkTimes() {
        return Optional.ofNullable(checkTimes);
    }

    public Optional<ActionState> action(ActionRef action) {
        return Optional.ofNullable(actions.get(action));
    }

    public Collection<ActionState> actions() {
        return Collections.unmodifiableCollection(actions.values());
    }

    public Collection<LaunchState> launches() {
        return Collections.unmodifiableCollection(launches.values());
    }

    public Collection<JobState> jobs() {
        return jobs.all();
    }

    public JobBook jobBook() {
        return jobs;
    }

    public Optional<JobState> job(String jobId) {
        return jobs.find(jobId);
    }

    public Collection<InstanceState> instances() {
        return instances.all();
    }

    public InstanceBook instanceBook() {
        return instances;
    }

    public Optional<InstanceState> instance(String recoveryInstanceId) {
        return instances.find(recoveryInstanceId);
    }

    public Collection<TerminationState> terminations() {
        return Collections.unmodifiableCollection(terminations.values());
    }

    /** Lines of the journal that cannot be read; what they told of is not in the state. */
    public List<LineUnreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    /** What is remembered of the effect with this key; never null. */
    public EffectHistory effect(String key) {
        return effects.getOrDefault(key, EffectHistory.NONE);
    }

    public Optional<TargetLoad> load(Target target) {
        return Optional.ofNullable(loads.get(target));
    }

    /** The account behind a target, once it was identified. */
    public Optional<String> accountOf(Target target) {
        return Optional.ofNullable(identities.get(target)).map(TargetIdentified::accountId);
    }

    /** Account, caller and endpoint of each target that was identified, as of the last time. */
    public Collection<TargetIdentified> identities() {
        return Collections.unmodifiableCollection(identities.values());
    }

    public boolean isStepDone(String step) {
        return stepsDone.contains(step);
    }

    public List<Check> checks() {
        return Collections.unmodifiableList(checks);
    }

    /** How many checks failed. */
    public long failedChecks() {
        return checks.stream()
                .filter(check -> check.status() == CheckStatus.FAILED)
                .count();
    }

    /** Whether the instances of a target were looked at since cleanup began or since its last termination. */
    public boolean areRemainsSeen(Target target) {
        return remainsSeen.contains(target);
    }

    /** Whether it was said that this stays in AWS. */
    public boolean isLeftBehind(String id) {
        return leftBehind.contains(id);
    }

    /** Whether something stays in AWS that was not asked to. */
    public boolean isAnythingLeftUnasked() {
        return leftUnasked;
    }

    /**
     * Servers whose instance was described and whose snapshot is not known yet, in the order of their description.
     *
     * @param most how many of each target at the most; those that are not wanted are passed over and do not count
     */
    public List<ServerState> serversWithoutSnapshot(int most, Predicate<ServerState> wanted) {
        return snapshotsDue.first(most, id -> servers.find(id).filter(wanted));
    }

    /** When cleanup began, or was resumed; null before. */
    public Instant cleanupBegan() {
        return cleanupBegan;
    }

    /** Why the execution was cancelled, if it was. */
    public Optional<String> cancelReason() {
        return cancelReason;
    }

    public boolean isStopRequested() {
        return stopRequested;
    }

    public boolean areWavesClosed() {
        return wavesClosed;
    }

    void move(Phase to) {
        Lifecycles.EXECUTION.check(started.executionId(), phase, to);
        phase = to;
        causes.about(Causes.EXECUTION);
    }
}
