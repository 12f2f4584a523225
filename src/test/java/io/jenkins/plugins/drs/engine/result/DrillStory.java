package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.InstanceTerminated;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationAccepted;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationIntended;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServerProgress;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.event.Origin;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.SelectedServer;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells an execution event by event, on a clock of its own. Each sentence appends events; {@link #wait} moves time. */
public final class DrillStory {
    static final Target TARGET = Target.own("us-east-1");
    static final Instant START = Instant.parse("2026-03-07T03:00:00Z");

    private final PlanBuilder plan;
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final List<String> instances = new ArrayList<>();
    private Instant now = START;

    public DrillStory(PlanBuilder plan) {
        this.plan = plan;
    }

    public DrillStory starts(Mode mode, boolean simulated) {
        Origin origin = new Origin("ada", "https://jenkins.example/job/dr/7/", "0.1.0", simulated);
        return then(new ExecutionStarted(
                "exec-2026-03-07-0001",
                mode,
                plan.name(),
                plan.configuration(),
                hash(PlanDocument.canonicalJson(plan.configuration(), plan.name())),
                RunOptions.DEFAULT,
                origin));
    }

    private static String hash(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public DrillStory starts() {
        return starts(Mode.DRILL, false);
    }

    public DrillStory preflightFindsServers() {
        wait(2).then(new TargetIdentified(
                TARGET, "123456789012", "arn:aws:sts::123456789012:assumed-role/Drill/ada", Optional.empty()));
        called("sts", "GetCallerIdentity", "ok", 120);
        wait(3).called("drs", "DescribeSourceServers", "ok", 340);
        List<SelectedServer> selected = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        plan.waves().forEach(wave -> plan.hostsOf(wave.waveName()).forEach(host -> {
            SelectedServer server = server(wave.waveName(), host);
            selected.add(server);
            checks.add(
                    Check.passed("Replication", host, "Server " + server.sourceServerId() + " is CONTINUOUS, lag 0s"));
        }));
        return then(new StepDone("servers", checks, selected));
    }

    private SelectedServer server(String wave, String host) {
        String id = String.format("s-%017d", ids.size() + 1);
        ids.put(host, id);
        return new SelectedServer(
                wave, wave + "-Servers", id, host, TARGET, "CONTINUOUS", Optional.of(Duration.ofSeconds(12)));
    }

    public DrillStory preflightPasses() {
        return preflightFindsServers()
                .checked("runbooks", Check.passed("Runbook", "Run-StopServices", "Exists and takes its parameters"))
                .wait(5)
                .then(new WavesBegun());
    }

    public DrillStory checked(String step, Check... checks) {
        return then(new StepDone(step, List.of(checks), List.of()));
    }

    public DrillStory waveIs(String wave, WaveStatus status, String... reason) {
        return then(new WaveMoved(wave, status, String.join("", reason)));
    }

    /** The whole course of a wave in which all goes well. */
    public DrillStory waveSucceeds(String wave) {
        WaveStory story = wave(wave);
        waveIs(wave, WaveStatus.PRE_ACTIONS);
        story.actionsSucceedBefore();
        waveIs(wave, WaveStatus.LAUNCHING);
        story.launches().jobRuns().allLaunch();
        waveIs(wave, WaveStatus.VALIDATING);
        story.allValidate();
        waveIs(wave, WaveStatus.POST_ACTIONS);
        story.actionsSucceedAfter();
        return waveIs(wave, WaveStatus.COMPLETED);
    }

    /** What happens in a wave, told in detail. */
    public WaveStory wave(String wave) {
        return new WaveStory(this, plan, wave);
    }

    public DrillStory cleanupBegins() {
        return then(new CleanupBegun("The waves are over"))
                .then(new TerminationIntended("term-1", TARGET, List.copyOf(instances)))
                .wait(1)
                .called("drs", "TerminateRecoveryInstances", "ok", 410)
                .then(new TerminationAccepted("term-1", "drsjob-terminate00000001"));
    }

    public DrillStory cleansUp() {
        cleanupBegins().wait(150);
        List<ServerProgress> gone = ids.values().stream()
                .map(id -> new ServerProgress(id, "TERMINATED", Optional.empty()))
                .toList();
        then(new JobObserved("drsjob-terminate00000001", "COMPLETED", gone, Optional.of(now)));
        instances.forEach(instance -> then(new InstanceTerminated(instance)));
        return wait(3);
    }

    public DrillStory finishes(ExecutionStatus status, String... reason) {
        return then(new ExecutionFinished(status, String.join("", reason)));
    }

    public DrillStory called(String service, String operation, String outcome, long millis) {
        return then(new CallMade(
                "effect-" + events.size(),
                service,
                operation,
                TARGET,
                now,
                millis,
                outcome,
                Optional.of("req-" + events.size()),
                Optional.of(1L)));
    }

    public DrillStory then(ExecutionEvent event) {
        events.add(new RecordedEvent(events.size() + 1L, now, event));
        return this;
    }

    /** Lets seconds pass. */
    public DrillStory wait(int seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    Instant now() {
        return now;
    }

    /** The source server id of a host. */
    public String id(String host) {
        return ids.get(host);
    }

    /** The recovery instance id of a host. */
    public String instance(String host) {
        return "i-" + id(host).substring(2);
    }

    void instanceLaunched(String host) {
        instances.add(instance(host));
    }

    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    public DrillResult result() {
        return DrillResults.of(events);
    }
}
