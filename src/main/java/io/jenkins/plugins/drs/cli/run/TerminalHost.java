package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.cli.progress.Progress;
import io.jenkins.plugins.drs.cli.progress.Progress.ProgressStyle;
import io.jenkins.plugins.drs.engine.audit.AuditChecker;
import io.jenkins.plugins.drs.engine.aws.sdk.RoleToAssume;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.document.Sha256;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.Origin;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.execution.EngineRuntime;
import io.jenkins.plugins.drs.engine.execution.EngineSettings;
import io.jenkins.plugins.drs.engine.execution.Execution;
import io.jenkins.plugins.drs.engine.execution.ExecutionIds;
import io.jenkins.plugins.drs.engine.execution.WrongEnvironmentException;
import io.jenkins.plugins.drs.engine.execution.cleanup.OpenWorkText;
import io.jenkins.plugins.drs.engine.execution.shared.SharedInHost;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurations;
import io.jenkins.plugins.drs.engine.journal.Disk.JournalGoneException;
import io.jenkins.plugins.drs.engine.journal.Journal.JournalInUseException;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.ServerState;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs an execution on the command line: advances it, waits in between, shows it and writes its artifacts. */
public final class TerminalHost {
    /** Calls to AWS at the same time: more would only be throttled. */
    private static final int CALLS_AT_ONCE = 8;

    private static final String MAKE_WRITABLE = "Make room on its disk, or the folder writable.";

    private static final String PUT_BACK =
            "Put its folder back, with its journal, from wherever it was moved or copied to.";

    static final String GO_BACK = "Use the credentials and the endpoint that it started with.";

    private final RunEnvironment surroundings;
    private final PrintWriter out;
    private final ProgressStyle style;
    private final EarlierDurations experience;

    public TerminalHost(RunEnvironment surroundings, PrintWriter out, ProgressStyle style) {
        this(surroundings, out, style, EarlierDurations.NONE);
    }

    private TerminalHost(
            RunEnvironment surroundings, PrintWriter out, ProgressStyle style, EarlierDurations experience) {
        this.surroundings = surroundings;
        this.out = out;
        this.style = style;
        this.experience = experience;
    }

    /** The same host, knowing how long things took in an earlier drill of the plan. */
    public TerminalHost knowing(EarlierDurations earlier) {
        return new TerminalHost(surroundings, out, style, earlier);
    }

    /** Opens an execution with what the host made ready for it. */
    @FunctionalInterface
    private interface Opening {
        Execution open(EngineRuntime runtime, Consumer<RecordedEvent> listener) throws IOException;
    }

    /** Runs a new execution to its end; gives the exit code. */
    public int run(ExecutionRequest request) throws IOException {
        ExecutionStarted first = started(request);
        return host(
                request.folder(),
                first,
                List.of(),
                (runtime, listener) -> Execution.begin(journal(request.folder()), first, runtime, listener));
    }

    /** Goes on with the execution in a folder; gives the exit code. */
    public int resume(Path folder) throws IOException {
        ExecutionState before = new ExecutionState();
        try {
            EventLog.read(journal(folder), before::apply);
        } catch (IOException e) {
            throw new RunAbandonedException(folder, e, "Restore the journal, or use the version that wrote it.");
        }
        if (before.started() == null) {
            throw new IOException("Journal " + journal(folder) + " is empty, so there is nothing to resume.");
        }
        Optional<String> cut = AuditChecker.provenCut(folder, before.started().executionId());
        if (cut.isPresent()) {
            throw RunAbandonedException.cut(folder, cut.get(), before.started().executionId());
        }
        return host(
                folder,
                before.started(),
                before.servers().stream().map(ServerState::id).toList(),
                (runtime, listener) -> Execution.resume(journal(folder), origin(), runtime, listener));
    }

    private static Path journal(Path folder) {
        return folder.resolve("audit.jsonl");
    }

    private ExecutionStarted started(ExecutionRequest request) {
        DrConfiguration used = PlanDocument.extract(request.configuration(), request.planName());
        byte[] document = PlanDocument.canonicalJson(request.configuration(), request.planName());
        return new ExecutionStarted(
                ExecutionIds.next(surroundings.pace().instant()),
                request.mode(),
                request.planName(),
                used,
                Sha256.of(document),
                request.options(),
                origin());
    }

    private Origin origin() {
        return new Origin(System.getProperty("user.name"), "command line", Version.current(), surroundings.simulated());
    }

    /** @param servers that it claimed before it was interrupted */
    private int host(Path folder, ExecutionStarted first, List<String> servers, Opening opening) throws IOException {
        Artifacts artifacts = new Artifacts(folder);
        Progress progress = style.progress(out, surroundings.pace());
        Consumer<RecordedEvent> listener = artifacts.andThen(progress);
        ExecutorService calls = Executors.newFixedThreadPool(CALLS_AT_ONCE, TerminalHost::daemon);
        var sdk = surroundings.sdk().withClock(surroundings.pace()).withRoles(roles(first.configuration()));
        RunningDrills drills = RunningDrills.ofUser(surroundings.claimed());
        EngineSettings settings =
                EngineSettings.DEFAULT.atScale(surroundings.pace().scale()).with(experience);
        try (RunningDrills.Note note = noted(drills, first, folder, servers);
                SdkConnections connections = new SdkConnections(sdk);
                Execution execution = open(
                        folder,
                        opening,
                        new EngineRuntime(
                                connections, surroundings.pace(), calls, settings, drills, new SharedInHost()),
                        listener)) {
            if (!note.isKept()) {
                out.println("Other runs on this machine cannot detect this one: below " + RunningDrills.HOME
                        + " nothing can be written.");
            }
            try (Interrupts interrupts = new Interrupts(execution, progress)) {
                advance(folder, execution, progress);
            }
            progress.finish();
            artifacts.finish(execution.journalHash());
        } finally {
            calls.shutdownNow();
        }
        return new RunSummary(out, folder, artifacts).tell();
    }

    /** Holds the execution before anything is done for it, whichever copy of its journal this is. */
    private static RunningDrills.Note noted(
            RunningDrills drills, ExecutionStarted first, Path folder, List<String> servers)
            throws ExecutionInUseException {
        RunningDrills.Note note = drills.note(first.executionId(), folder);
        if (!servers.isEmpty()) {
            drills.claim(first.executionId(), Set.copyOf(servers));
        }
        return note;
    }

    private static Execution open(Path folder, Opening opening, EngineRuntime runtime, Consumer<RecordedEvent> listener)
            throws IOException {
        boolean isNew = !Files.exists(journal(folder));
        try {
            return opening.open(runtime, listener);
        } catch (JournalInUseException e) {
            throw e; // whoever has it goes on with it
        } catch (IOException e) {
            String advice = e instanceof WrongEnvironmentException ? GO_BACK : MAKE_WRITABLE;
            throw isNew ? e : new RunAbandonedException(folder, e, advice);
        } catch (RuntimeException defect) {
            throw RunAbandonedException.of(folder, defect);
        }
    }

    private void advance(Path folder, Execution execution, Progress progress) throws IOException {
        execution.onRequest(surroundings.pace()::wake);
        try {
            Optional<String> obstacle = Optional.empty();
            while (!execution.isFinished()) {
                Optional<Instant> wakeAt = execution.advance();
                obstacle = told(execution.obstacle(), obstacle, progress);
                waitUntil(wakeAt.orElse(null), execution, progress);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted; continue with: drs drill --resume " + folder, e);
        } catch (WrongEnvironmentException e) {
            progress.finish();
            throw new RunAbandonedException(folder, e, GO_BACK);
        } catch (IOException e) {
            progress.finish();
            boolean isThere = Files.exists(journal(folder)) && !(e.getCause() instanceof JournalGoneException);
            String advice = isThere ? MAKE_WRITABLE : PUT_BACK;
            throw new RunAbandonedException(folder, e, advice, OpenWorkText.of(execution.state()));
        } catch (RuntimeException defect) {
            progress.finish();
            throw RunAbandonedException.of(folder, defect);
        }
    }

    private static Optional<String> told(Optional<String> now, Optional<String> before, Progress progress) {
        now.filter(text -> !before.equals(now)).ifPresent(progress::say);
        return now;
    }

    /** One wait of the pace may be shorter than what was asked for, so that progress stays alive. */
    private void waitUntil(Instant time, Execution execution, Progress progress) throws InterruptedException {
        if (!execution.isFinished()) {
            progress.tick();
            surroundings.pace().await(time);
        }
    }

    static Map<String, RoleToAssume> roles(DrConfiguration configuration) {
        return configuration.targetAccounts().stream()
                .map(account -> new RoleToAssume(
                        account.accountId(), account.assumeRoleName(), account.externalId(), "drs-orchestration"))
                .collect(Collectors.toMap(RoleToAssume::accountId, role -> role));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "aws-call");
        thread.setDaemon(true);
        return thread;
    }
}
