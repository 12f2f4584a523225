package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionObserved;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStarted;
import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.ActionRef;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobLogCollected;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobLogLine;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServerProgress;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingChange;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingsAligned;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceFound;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceHealth;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceObserved;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.event.ServerEvent.SnapshotFound;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what happens in one wave. */
public final class WaveStory {
    private final DrillStory story;
    private final Wave wave;
    private final List<String> hosts;
    private final String job;
    private Instant launchedAt = DrillStory.START;

    WaveStory(DrillStory story, PlanBuilder plan, String name) {
        this.story = story;
        this.wave = plan.waves().stream()
                .filter(it -> it.waveName().equals(name))
                .findFirst()
                .orElseThrow();
        this.hosts = plan.hostsOf(name);
        this.job = String.format("drsjob-%017d", plan.waves().indexOf(wave) + 1);
    }

    public WaveStory actionsSucceedBefore() {
        succeed(ActionPhase.PRE, wave.preWaveActions());
        return this;
    }

    public WaveStory actionsSucceedAfter() {
        succeed(ActionPhase.POST, wave.postWaveActions());
        return this;
    }

    private void succeed(ActionPhase phase, List<AutomationAction> actions) {
        for (int index = 0; index < actions.size(); index++) {
            actionStarts(phase, index);
            story.wait(45);
            actionEnds(phase, index, ActionOutcome.SUCCEEDED, "Success", "");
        }
    }

    public WaveStory actionStarts(ActionPhase phase, int index) {
        List<AutomationAction> actions = phase == ActionPhase.PRE ? wave.preWaveActions() : wave.postWaveActions();
        AutomationAction action = actions.get(index);
        ActionRef ref = new ActionRef(wave.waveName(), phase, index);
        Instant deadline = story.now().plus(action.maxWaitTime());
        story.then(new ActionIntended(
                ref,
                action.name(),
                action.document().name(),
                action.parameters(),
                DrillStory.TARGET,
                "6f9619ff-8b86-d011-b42d-00c04fc964ff",
                deadline));
        story.then(new ActionStarted(ref, "4105a4fc-f944-11e6-9d32-0a1b2c3d495" + index));
        story.wait(5).then(new ActionObserved(ref, "InProgress", Optional.of("RunCommand")));
        return this;
    }

    public WaveStory actionEnds(ActionPhase phase, int index, ActionOutcome outcome, String status, String message) {
        Map<String, List<String>> outputs = outcome == ActionOutcome.SUCCEEDED
                ? Map.of("StoppedServices", List.of("mysql", "redis"), "Connection <Test>", List.of("PASSED"))
                : Map.of();
        ActionRef ref = new ActionRef(wave.waveName(), phase, index);
        story.then(new ActionEnded(ref, outcome, status, message, outputs));
        return this;
    }

    /** The action succeeds, and is seen to have ended some seconds after SSM ended it. */
    public WaveStory actionIsSeenToEnd(ActionPhase phase, int index, int secondsLate) {
        ActionRef ref = new ActionRef(wave.waveName(), phase, index);
        Instant ended = story.now().minusSeconds(secondsLate);
        story.then(new ActionEnded(ref, ActionOutcome.SUCCEEDED, "Success", "", Map.of(), Optional.of(ended)));
        return this;
    }

    public WaveStory launches() {
        List<String> servers = hosts.stream().map(story::id).toList();
        story.then(new SettingsAligned(servers.get(0), List.of(new SettingChange("instanceType", "", "t3.medium"))));
        String launch = "launch-" + job;
        story.then(new LaunchIntended(launch, wave.waveName(), DrillStory.TARGET, servers, Map.of("drill", "yes")));
        launchedAt = story.now();
        story.wait(2).called("drs", "StartRecovery", "ok", 800);
        story.then(new LaunchAccepted(launch, job, false));
        return this;
    }

    public WaveStory jobRuns() {
        story.wait(30).called("drs", "DescribeJobs", "ok", 210);
        List<ServerProgress> progress = hosts.stream()
                .map(host -> new ServerProgress(story.id(host), "IN_PROGRESS", Optional.empty()))
                .toList();
        story.then(new JobObserved(job, "STARTED", progress, Optional.empty()));
        return this;
    }

    public WaveStory allLaunch() {
        return launchesExcept(List.of(), "");
    }

    /** The job ends with every server launched but for some, whose launch fails with an error of AWS. */
    public WaveStory launchesExcept(List<String> failing, String error) {
        story.wait(460);
        List<ServerProgress> progress = new ArrayList<>();
        for (String host : hosts) {
            boolean failed = failing.contains(host);
            Optional<String> instance = failed ? Optional.empty() : Optional.of(story.instance(host));
            progress.add(new ServerProgress(story.id(host), failed ? "FAILED" : "LAUNCHED", instance));
        }
        story.then(new JobObserved(job, "COMPLETED", progress, Optional.of(story.now())));
        story.then(new JobLogCollected(job, log(failing, error)));
        hosts.stream().filter(host -> !failing.contains(host)).forEach(this::instanceFound);
        for (String host : failing) {
            story.then(new ServerFailed(story.id(host), FailureStage.LAUNCH, "The job did not launch the server."));
        }
        return this;
    }

    private List<JobLogLine> log(List<String> failing, String error) {
        List<JobLogLine> lines = new ArrayList<>();
        lines.add(line(3, "JOB_START", Optional.empty(), Optional.empty()));
        for (String host : hosts) {
            Optional<String> id = Optional.of(story.id(host));
            lines.add(line(5, "SNAPSHOT_START", id, Optional.empty()));
            lines.add(line(95, "SNAPSHOT_END", id, Optional.empty()));
            lines.add(line(96, "CONVERSION_START", id, Optional.empty()));
            lines.add(line(305, "CONVERSION_END", id, Optional.empty()));
            lines.add(line(306, "LAUNCH_START", id, Optional.empty()));
            if (failing.contains(host)) {
                lines.add(line(320, "LAUNCH_FAILED", id, Optional.of(error)));
            }
        }
        lines.add(line(480, "JOB_END", Optional.empty(), Optional.empty()));
        return lines;
    }

    private JobLogLine line(int seconds, String event, Optional<String> server, Optional<String> error) {
        return new JobLogLine(launchedAt.plusSeconds(seconds), event, server, error);
    }

    private void instanceFound(String host) {
        String id = story.id(host);
        Instant pointInTime = launchedAt.minusSeconds(252);
        story.instanceLaunched(host);
        story.then(
                new InstanceFound(id, story.instance(host), story.instance(host), job, true, Optional.of(pointInTime)));
        story.then(new SnapshotFound(id, "pit-" + id.substring(2), pointInTime));
    }

    public WaveStory allValidate() {
        story.wait(140);
        hosts.forEach(this::validates);
        return this;
    }

    public WaveStory validates(String host) {
        story.then(new InstanceObserved(
                story.id(host),
                new InstanceHealth(
                        "RUNNING",
                        "ok",
                        "ok",
                        Optional.of(true),
                        "t3.medium",
                        Optional.of("10.0.1." + (hosts.indexOf(host) % 250 + 1)),
                        Optional.of(story.now().minusSeconds(160)))));
        story.then(new ServerValidated(story.id(host)));
        return this;
    }

    public WaveStory notValidated(String host, String reason) {
        story.then(new InstanceObserved(
                story.id(host),
                new InstanceHealth(
                        "RUNNING",
                        "impaired",
                        "ok",
                        Optional.empty(),
                        "t3.medium",
                        Optional.empty(),
                        Optional.empty())));
        story.then(new ServerFailed(story.id(host), FailureStage.VALIDATION, reason));
        return this;
    }

    public WaveStory notReached(String reason) {
        hosts.forEach(host -> story.then(new ServerFailed(story.id(host), FailureStage.NOT_REACHED, reason)));
        return this;
    }
}
