package io.jenkins.plugins.drs.lab.bench;

import io.jenkins.plugins.drs.cli.run.Pace;
import io.jenkins.plugins.drs.cli.run.RunEnvironment;
import io.jenkins.plugins.drs.engine.aws.sdk.RoleToAssume;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.Origin;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.execution.EngineRuntime;
import io.jenkins.plugins.drs.engine.execution.EngineSettings;
import io.jenkins.plugins.drs.engine.execution.Execution;
import io.jenkins.plugins.drs.engine.execution.core.EngineClock;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurations;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurationsCollector;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A generated drill by the engine, as the command line runs it, but without showing it. */
final class EngineRun {
    private static final Origin ORIGIN = new Origin("bench", "command line", "bench", true);
    private static final int CALLS_AT_ONCE = 8;

    /** Time stands still during a call, so that one which is slow holds up nothing. */
    private static final EngineSettings SETTINGS =
            EngineSettings.DEFAULT.with(Timing.DEFAULT.withPatience(Duration.ofMinutes(1)));

    private final EngineSettings settings;
    private final RunEnvironment surroundings;
    private final RemoteVirtualTime clock;
    private final Path folder;
    private final Path journal;
    private ResultCollector collector = new ResultCollector();
    private long events;

    EngineRun(RunEnvironment surroundings, Path folder, EarlierDurations earlier) {
        this.settings = SETTINGS.with(earlier);
        this.surroundings = surroundings;
        this.clock = new RemoteVirtualTime(surroundings.pace());
        this.folder = folder;
        this.journal = folder.resolve("audit.jsonl");
    }

    RunFigures measure(DrConfiguration configuration) throws IOException {
        ExecutorService calls = Executors.newFixedThreadPool(CALLS_AT_ONCE);
        Meter meter = new Meter();
        try (SdkConnections connections = new SdkConnections(Roles.enter(surroundings.sdk(), clock, configuration))) {
            EngineRuntime runtime = new EngineRuntime(connections, clock, calls, settings);
            return measure(configuration, runtime, meter);
        } finally {
            calls.shutdownNow();
        }
    }

    private RunFigures measure(DrConfiguration configuration, EngineRuntime runtime, Meter meter) throws IOException {
        Instant begun = clock.instant();
        try (Execution execution = Execution.begin(journal, first(configuration), runtime, event -> {
            collector.accept(event);
            events++;
        })) {
            while (!execution.isFinished()) {
                execution.advance().ifPresent(clock::sleepUntil);
            }
            long cpu = meter.cpuMillis();
            long wall = meter.wallMillis();
            long peak = meter.peakHeapBytes();
            long live = Meter.liveHeapBytes();
            Meter writing = new Meter();
            var result = collector.result(execution.journalHash());
            new ArtifactFolder(folder).all(result);
            long artifacts = writing.cpuMillis();
            return new RunFigures(
                    Duration.between(begun, clock.instant()).toMillis(),
                    cpu,
                    wall,
                    peak,
                    live,
                    Files.size(journal),
                    events,
                    resume(runtime),
                    artifacts,
                    result.status().name());
        }
    }

    /** What an earlier drill teaches the next one; not part of what is measured. */
    EarlierDurations experience() {
        return EarlierDurationsCollector.from(journal, Long.MAX_VALUE);
    }

    /** Without its last line the journal is one of an interrupted drill with as much behind it as can be. */
    private long resume(EngineRuntime runtime) throws IOException {
        collector = null;
        Path cut = folder.resolve("cut.jsonl");
        Files.copy(journal, cut);
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - lastLine(cut));
        }
        ResultCollector again = new ResultCollector();
        Meter meter = new Meter();
        try (Execution execution = Execution.resume(cut, ORIGIN, runtime, again::accept)) {
            long millis = meter.wallMillis();
            if (execution.isFinished()) {
                throw new IllegalStateException("Expected a drill that goes on, but it has ended");
            }
            return millis;
        }
    }

    private static long lastLine(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int from = all.length - 1;
        while (from > 0 && all[from - 1] != '\n') {
            from--;
        }
        return all.length - (long) from;
    }

    private static ExecutionStarted first(DrConfiguration configuration) {
        return new ExecutionStarted(
                "drs-20260105T030000Z-00000000",
                Mode.DRILL,
                BenchPlan.NAME,
                configuration,
                "0".repeat(64),
                RunOptions.DEFAULT,
                ORIGIN);
    }

    /** How both ways of drilling enter the accounts of a plan. */
    static final class Roles {
        private Roles() {}

        static SdkSettings enter(SdkSettings sdk, InstantSource clock, DrConfiguration configuration) {
            return sdk.withClock(clock)
                    .withRoles(configuration.targetAccounts().stream()
                            .map(account -> new RoleToAssume(
                                    account.accountId(), account.assumeRoleName(), account.externalId(), "bench"))
                            .collect(Collectors.toMap(RoleToAssume::accountId, role -> role)));
        }
    }

    /** Virtual time of a simulator in another process: waiting moves it. */
    record RemoteVirtualTime(Pace pace) implements EngineClock {
        @Override
        public Instant instant() {
            return pace.instant();
        }

        void sleep(Duration time) {
            sleepUntil(instant().plus(time));
        }

        void sleepUntil(Instant time) {
            try {
                pace.await(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Expected to measure undisturbed, but was interrupted", e);
            }
        }
    }
}
