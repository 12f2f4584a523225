package io.jenkins.plugins.drs.engine.result;

import static io.jenkins.plugins.drs.engine.term.WaveStatus.COMPLETED;
import static io.jenkins.plugins.drs.engine.term.WaveStatus.FAILED;
import static io.jenkins.plugins.drs.engine.term.WaveStatus.LAUNCHING;
import static io.jenkins.plugins.drs.engine.term.WaveStatus.PARTIAL;
import static io.jenkins.plugins.drs.engine.term.WaveStatus.PAUSED;
import static io.jenkins.plugins.drs.engine.term.WaveStatus.PRE_ACTIONS;
import static io.jenkins.plugins.drs.engine.term.WaveStatus.SKIPPED;
import static io.jenkins.plugins.drs.engine.term.WaveStatus.VALIDATING;

import io.jenkins.plugins.drs.engine.event.ActionEvent;
import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.ActionRef;
import io.jenkins.plugins.drs.engine.event.CallEvent;
import io.jenkins.plugins.drs.engine.event.CleanupEvent;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.LaunchEvent;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent;
import io.jenkins.plugins.drs.engine.event.Origin;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.WaveEvent;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Executions that tests tell again and again. */
public final class Stories {
    public static final String CAPACITY =
            "InsufficientInstanceCapacity: We currently do not have sufficient t3.medium capacity in the"
                    + " Availability Zone you requested (us-east-1a).";
    /** A name that no output may take for anything but text. */
    public static final String HOSTILE =
            "<script>alert('x')</script> \"q\" & ]]> --> 🚀 \u0000\u0007\u001b[31m\u202e ../../etc/passwd {{x}} "
                    + "long".repeat(60);

    private Stories() {}

    public static PlanBuilder threeTiers() {
        return PlanBuilder.plan("3-Tier-App-Recovery")
                .wave("Database", List.of("Stop Services"), List.of("Validate Connectivity"), "db-01", "db-02")
                .wave("Application", List.of(), List.of("Warm Caches"), "app-01", "app-02")
                .wave("Web", List.of("Lower DNS TTL"), List.of("Switch DNS", "Smoke Test"), "web-01", "web-02");
    }

    public static DrillStory allGoesWell() {
        return new DrillStory(threeTiers())
                .starts()
                .preflightPasses()
                .waveSucceeds("Database")
                .waveSucceeds("Application")
                .waveSucceeds("Web")
                .cleansUp()
                .finishes(ExecutionStatus.COMPLETED);
    }

    public static DrillStory simulated() {
        return new DrillStory(threeTiers())
                .starts(Mode.DRILL, true)
                .preflightPasses()
                .waveSucceeds("Database");
    }

    /** One server of the second wave does not launch, an action times out, an instance stays. */
    public static DrillStory partialFailure() {
        DrillStory story =
                new DrillStory(threeTiers()).starts().preflightPasses().waveSucceeds("Database");
        story.waveIs("Application", LAUNCHING);
        WaveStory application = story.wave("Application").launches().jobRuns();
        application.launchesExcept(List.of("app-02"), CAPACITY);
        story.waveIs("Application", VALIDATING).wait(120);
        application.validates("app-01");
        application.actionStarts(ActionPhase.POST, 0);
        story.wait(900);
        application.actionEnds(ActionPhase.POST, 0, ActionOutcome.TIMED_OUT, "Cancelled", "Stopped after 15m 0s.");
        story.waveIs("Application", PARTIAL, "1 of 2 servers did not launch.");
        story.waveIs("Web", SKIPPED, "Wave Application did not complete.");
        story.wave("Web").notReached("Wave Application did not complete.");
        story.called("drs", "DescribeJobs", "ThrottlingException", 40)
                .cleanupBegins()
                .wait(600);
        story.then(new CleanupEvent.InstanceTerminated(story.instance("db-01")));
        story.then(new CleanupEvent.InstanceTerminated(story.instance("db-02")));
        story.then(new LeftBehind(
                RemnantKind.RECOVERY_INSTANCE,
                story.instance("app-01"),
                DrillStory.TARGET,
                false,
                "Termination protection is on."));
        return story.finishes(ExecutionStatus.PARTIAL, "Wave Application is PARTIAL and wave Web was skipped.");
    }

    /** The first wave is done, the second launches. */
    public static DrillStory underWay() {
        DrillStory story =
                new DrillStory(threeTiers()).starts().preflightPasses().waveSucceeds("Database");
        story.waveIs("Application", LAUNCHING);
        story.wave("Application").launches().jobRuns();
        return story.wait(90).called("drs", "DescribeJobs", "ok", 200);
    }

    public static DrillStory paused() {
        return new DrillStory(threeTiers())
                .starts()
                .preflightPasses()
                .waveSucceeds("Database")
                .waveIs("Application", PAUSED, "The plan asks for a person's approval.")
                .wait(300)
                .called("sts", "GetCallerIdentity", "ok", 100);
    }

    public static DrillStory stoppedByPreflight() {
        return new DrillStory(threeTiers())
                .starts()
                .preflightFindsServers()
                .checked(
                        "replication",
                        Check.failed(
                                "Replication",
                                "db-02",
                                "Server db-02 is STALLED: agent not seen.",
                                "Restart the replication agent on db-02."),
                        Check.warning("Lag", "web-01", "Server web-01 lags by 9m 0s.", "Watch its bandwidth."))
                .wait(2)
                .finishes(ExecutionStatus.FAILED, "Preflight found 1 problem; nothing was changed.");
    }

    public static DrillStory cancelled() {
        DrillStory story = underWay().then(new LifecycleEvent.CancelRequested("grace", "Wrong plan"));
        story.waveIs("Application", io.jenkins.plugins.drs.engine.term.WaveStatus.CANCELLED, "Cancelled by grace.");
        story.waveIs("Web", io.jenkins.plugins.drs.engine.term.WaveStatus.CANCELLED, "Cancelled by grace.");
        return story.cleansUp().finishes(ExecutionStatus.CANCELLED, "Cancelled by grace: Wrong plan");
    }

    /** Two waves at the same time, and one that waits for both. */
    public static DrillStory diamond() {
        PlanBuilder plan = PlanBuilder.plan("Diamond")
                .wave("Quick", List.of(), List.of(), "quick-01")
                .wave("Slow", List.of(), List.of(), "slow-01")
                .wave("Last", List.of(), List.of(), "last-01")
                .dependsOn("Slow")
                .dependsOn("Last", "Quick", "Slow");
        DrillStory story = new DrillStory(plan).starts().preflightPasses();
        story.waveIs("Quick", LAUNCHING).waveIs("Slow", LAUNCHING);
        WaveStory quick = story.wave("Quick").launches();
        WaveStory slow = story.wave("Slow").launches();
        quick.jobRuns().allLaunch();
        story.waveIs("Quick", VALIDATING);
        quick.allValidate();
        story.waveIs("Quick", COMPLETED);
        slow.jobRuns().allLaunch();
        story.waveIs("Slow", VALIDATING);
        slow.allValidate();
        story.waveIs("Slow", COMPLETED).wait(4).waveSucceeds("Last");
        return story.cleansUp().finishes(ExecutionStatus.COMPLETED);
    }

    /** The engine went down while a job ran, and went on with it an hour later. */
    public static DrillStory resumed() {
        DrillStory story = new DrillStory(threeTiers()).starts().preflightPasses();
        story.waveIs("Database", LAUNCHING);
        WaveStory database = story.wave("Database").launches().jobRuns();
        story.wait(3_600)
                .then(new LifecycleEvent.ExecutionResumed(
                        new Origin("grace", "https://jenkins.example/job/dr/7/", "0.1.0", false)));
        database.allLaunch();
        story.waveIs("Database", VALIDATING);
        database.allValidate();
        story.waveIs("Database", COMPLETED).waveSucceeds("Application").waveSucceeds("Web");
        return story.cleansUp().finishes(ExecutionStatus.COMPLETED);
    }

    public static DrillStory check() {
        return new DrillStory(threeTiers())
                .starts(Mode.CHECK, false)
                .preflightFindsServers()
                .finishes(ExecutionStatus.COMPLETED);
    }

    /** Every type of event happens. */
    public static DrillStory everythingHappens() {
        DrillStory story = new DrillStory(threeTiers()).starts();
        ActionRef action = new ActionRef("Database", ActionPhase.PRE, 0);
        story.then(new LifecycleEvent.ExecutionResumed(new Origin("ada", "command line", "0.1.0", false)));
        story.then(new LifecycleEvent.EngineDelayed(Instant.EPOCH));
        story.preflightPasses();
        story.then(new WaveEvent.WaveReleased("Database", "ada"));
        story.waveIs("Database", PAUSED).then(new WaveEvent.PauseDecided("Database", true, "grace"));
        story.waveIs("Database", PRE_ACTIONS);
        WaveStory database = story.wave("Database").actionStarts(ActionPhase.PRE, 0);
        story.then(new ActionEvent.ActionSecretsResolved(action, Map.of("{{resolve:ssm:/key}}", "3")));
        story.then(new ActionEvent.ActionNotStarted(action, "Throttled."));
        story.then(new ActionEvent.ActionStartRepeated(action));
        story.then(new ActionEvent.ActionStopIntended(action, ActionOutcome.TIMED_OUT));
        story.then(new ActionEvent.ActionStopped(action));
        database.actionEnds(ActionPhase.PRE, 0, ActionOutcome.TIMED_OUT, "Cancelled", "Stopped after 15m 0s.");
        story.waveIs("Database", LAUNCHING);
        story.then(new LaunchEvent.LoadObserved(DrillStory.TARGET, 1, 2, List.of("s-other")));
        story.then(new LaunchEvent.JobsSeen(DrillStory.TARGET, DrillStory.START, "another-execution"));
        story.then(new LaunchEvent.ServersTaken(
                DrillStory.TARGET, "drsjob-other", "another-execution", false, List.of(story.id("db-01"))));
        story.then(new LaunchEvent.UnknownJobSeen(DrillStory.TARGET, "drsjob-twin", "L1", List.of(story.id("db-01"))));
        story.then(new LaunchEvent.SettingsIntended(story.id("db-01")));
        story.then(new LaunchEvent.LaunchIntended(
                "lost", "Database", DrillStory.TARGET, List.of(story.id("db-01")), Map.of()));
        story.then(failedCall("launch", Optional.of(story.now().plusSeconds(4))));
        story.then(new LaunchEvent.LaunchNotFound("lost")).then(new LaunchEvent.LaunchNotMade("lost", "No such job."));
        story.then(new CallEvent.EffectRecovered("launch")).then(failedCall("other", Optional.empty()));
        database.launches().jobRuns();
        database.launchesExcept(List.of("db-02"), CAPACITY).validates("db-01");
        story.waveIs("Database", PARTIAL, "1 of 2 servers did not launch.");
        story.then(new WaveEvent.WavesClosed("ada"));
        story.then(new LifecycleEvent.CancelRequested("grace", "Enough"));
        story.then(new LifecycleEvent.StopRequested("grace"));
        story.waveIs("Application", SKIPPED).waveIs("Web", FAILED, "It failed.");
        return everythingIsCleanedUp(story);
    }

    private static DrillStory everythingIsCleanedUp(DrillStory story) {
        Target target = DrillStory.TARGET;
        story.cleanupBegins();
        story.then(new CleanupEvent.LeftoverFound("i-old", "s-old", target, "drsjob-old", "exec-old"));
        story.then(new CleanupEvent.LeftoversSearched(target));
        story.then(new CleanupEvent.TerminationNotMade("term-2", "AWS refused it."));
        story.then(new CleanupEvent.RemainsObserved(target, List.of("i-old")));
        story.then(new CleanupEvent.InstanceTerminated(story.instance("db-01")));
        for (RemnantKind kind : RemnantKind.values()) {
            story.then(new LeftBehind(kind, "left-" + kind, target, kind == RemnantKind.AUTOMATION, "Why."));
        }
        return story.finishes(ExecutionStatus.FAILED, "Wave Web failed.");
    }

    private static CallEvent.EffectFailed failedCall(String effect, Optional<java.time.Instant> retryAt) {
        return new CallEvent.EffectFailed(
                effect,
                1,
                "drs:StartRecovery",
                FailureKind.ACCESS_DENIED,
                "AccessDeniedException",
                "Not allowed.",
                retryAt);
    }

    /** Every name and text that comes from elsewhere is hostile. */
    public static DrillStory hostile() {
        PlanBuilder plan = PlanBuilder.plan(HOSTILE)
                .wave(HOSTILE, List.of(HOSTILE), List.of(HOSTILE + "2"), HOSTILE, HOSTILE + "b")
                .wave("../../" + HOSTILE, List.of(), List.of(), HOSTILE + "c");
        DrillStory story = new DrillStory(plan)
                .starts(Mode.DRILL, true)
                .preflightPasses()
                .checked(HOSTILE, Check.failed(HOSTILE, HOSTILE, HOSTILE, HOSTILE));
        story.waveIs(HOSTILE, LAUNCHING);
        WaveStory wave = story.wave(HOSTILE).actionsSucceedBefore().launches().jobRuns();
        wave.launchesExcept(List.of(HOSTILE + "b"), HOSTILE).validates(HOSTILE);
        wave.actionStarts(ActionPhase.POST, 0).actionEnds(ActionPhase.POST, 0, ActionOutcome.FAILED, HOSTILE, HOSTILE);
        story.waveIs(HOSTILE, PARTIAL, HOSTILE).cleansUp();
        story.then(new LeftBehind(RemnantKind.JOB, HOSTILE, new Target(Optional.of(HOSTILE), HOSTILE), false, HOSTILE));
        return story.finishes(ExecutionStatus.PARTIAL, HOSTILE);
    }

    /** Many servers in ten waves; every hundredth does not launch. */
    public static DrillStory large(int servers) {
        PlanBuilder plan = PlanBuilder.plan("Whole-Estate");
        int perWave = servers / 10;
        for (int wave = 0; wave < 10; wave++) {
            int first = wave * perWave;
            plan.wave("Wave-" + (wave + 1), List.of("Prepare"), List.of("Verify"), hosts(first, first + perWave));
        }
        DrillStory story = new DrillStory(plan).starts(Mode.DRILL, true).preflightPasses();
        for (int wave = 0; wave < 10; wave++) {
            largeWave(story, "Wave-" + (wave + 1), hosts(wave * perWave, (wave + 1) * perWave));
        }
        return story.cleansUp().finishes(ExecutionStatus.PARTIAL, "Some servers did not launch.");
    }

    private static void largeWave(DrillStory story, String name, String[] hosts) {
        story.waveIs(name, PRE_ACTIONS);
        WaveStory wave = story.wave(name).actionsSucceedBefore();
        story.waveIs(name, LAUNCHING);
        wave.launches().jobRuns().launchesExcept(List.of(hosts[hosts.length - 1]), CAPACITY);
        story.waveIs(name, VALIDATING).wait(100);
        for (int index = 0; index < hosts.length - 1; index++) {
            wave.validates(hosts[index]);
        }
        story.waveIs(name, hosts.length == 1 ? COMPLETED : PARTIAL, "1 server did not launch.");
    }

    private static String[] hosts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(index -> String.format("prod-host-%04d.eu.example.com", index))
                .toArray(String[]::new);
    }

    /** All of them but the large one. */
    public static List<DrillStory> all() {
        return List.of(
                allGoesWell(),
                simulated(),
                partialFailure(),
                underWay(),
                paused(),
                stoppedByPreflight(),
                cancelled(),
                diamond(),
                resumed(),
                check(),
                everythingHappens(),
                hostile());
    }
}
