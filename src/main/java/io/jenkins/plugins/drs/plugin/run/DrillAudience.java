package io.jenkins.plugins.drs.plugin.run;

import hudson.ExtensionList;
import hudson.console.ModelHyperlinkNote;
import hudson.model.Run;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.report.SummaryText;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * Those who hear of an execution: the build's artifacts, its pages, the step. Told in order and one at a time, on a
 * thread of its own, so that a slow artifact store does not keep the execution waiting.
 */
final class DrillAudience {
    private static final Logger LOGGER = Logger.getLogger(DrillAudience.class.getName());
    private static final int CONSOLE_WIDTH = 110;

    private final RunningDrill drill;
    private final DrillConsole console;
    private final BuildArtifacts artifacts;
    private final ExecutorService threads;
    private final List<DrillCallback> callbacks = new CopyOnWriteArrayList<>();
    private boolean begun;
    private volatile boolean hasSteps;
    /** How it ended, once steps were told; one that comes later, as after a restart, is told then. */
    private Consumer<DrillCallback> end = callback -> {};

    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    DrillAudience(RunningDrill drill, DrillConsole console, ExecutorService threads) {
        this.drill = drill;
        this.console = console;
        this.threads = threads;
        this.artifacts = new BuildArtifacts(drill.folder(), drill.request().artifacts());
    }

    private synchronized void then(String what, Work work) {
        last = last.thenRunAsync(() -> attempt(what, work), threads);
    }

    /** Something that may go wrong without harm to the execution. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void attempt(String what, Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, what + " failed for " + drill.executionId(), e);
            console.tell(Messages.console_failed(what, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void started(boolean isNew) {
        then("Telling of the start", () -> {
            if (isNew) {
                toPages((build, page) -> page.onStarted(build, drill.record()));
            }
            link().ifPresent(console::tellNoted);
        });
    }

    boolean hasSteps() {
        return hasSteps;
    }

    void add(DrillCallback callback) {
        hasSteps = true;
        then("Telling the step", () -> {
            callbacks.add(callback);
            callback.attached(drill);
            if (begun) {
                callback.wavesBegun();
            }
            drill.result().ifPresent(result -> result.waveResults().stream()
                    .filter(wave -> wave.status().ended())
                    .map(WaveResult::waveName)
                    .forEach(wave -> callback.waveEnded(wave, result)));
            end.accept(callback);
        });
    }

    /**
     * Passes on what concerns steps and pages.
     *
     * @param isNew whether nobody was told of it before a restart
     */
    void hear(ExecutionEvent event, boolean isNew) {
        if (event instanceof WavesBegun) {
            wavesBegun();
        } else if (isNew && event instanceof WaveMoved moved && moved.to().ended()) {
            waveEnded(moved.wave());
        } else if (isNew && event instanceof WaveMoved moved && moved.to() == WaveStatus.PAUSED) {
            paused(moved.wave());
        }
    }

    private void wavesBegun() {
        then("Telling the step", () -> {
            begun = true;
            callbacks.forEach(DrillCallback::wavesBegun);
        });
    }

    private void waveEnded(String wave) {
        then("Archiving wave " + wave, () -> {
            DrillResult result = drill.result().orElseThrow();
            if (drill.build().isPresent()) {
                artifacts.wave(drill.build().get(), result, wave);
            }
        });
        then("Telling of wave " + wave, () -> {
            DrillResult result = drill.result().orElseThrow();
            toSteps(callback -> callback.waveEnded(wave, result));
        });
    }

    private void paused(String wave) {
        then("Telling of the pause", () -> {
            String where = link().orElse("");
            boolean real = drill.request().plan().mode() == Mode.RECOVERY;
            String shown = Shown.line(wave);
            console.tellNoted(real ? Messages.console_confirm(shown, where) : Messages.console_waits(shown, where));
            prompts(wave);
        });
    }

    /** Lets people decide where they read that the wave waits. */
    private void prompts(String wave) throws IOException {
        Optional<Run<?, ?>> build = drill.build();
        if (build.isPresent()) {
            for (DrillListener page : ExtensionList.lookup(DrillListener.class)) {
                page.promptOf(build.get(), drill.record(), wave).ifPresent(console::tellNoted);
            }
        }
    }

    /** @param closing done when everything is archived and noted in the build, before steps are told */
    void finished(DrillResult result, Runnable closing) {
        then("Summing up", () -> {
            SummaryText.of(result, CONSOLE_WIDTH).forEach(console::tell);
            result.audit()
                    .journal()
                    .lastHash()
                    .ifPresent(hash -> console.tell(Messages.console_lastHash(
                            hash, Long.toString(result.audit().journal().events()))));
            link().ifPresent(console::tellNoted);
        });
        then("Archiving", () -> {
            if (drill.build().isPresent()) {
                artifacts.all(drill.build().get(), result);
            }
        });
        then("Telling of the results", () -> toPages((build, page) -> page.onArchived(build, drill.record(), result)));
        then("Telling of the end", () -> toPages((build, page) -> page.onFinished(build, drill.record(), result)));
        then("Closing", closing::run);
        tellEnd(callback -> callback.finished(result));
    }

    void broken(Throwable problem) {
        tellEnd(callback -> callback.broken(problem));
    }

    private void tellEnd(Consumer<DrillCallback> telling) {
        then("Telling the step", () -> {
            end = telling;
            toSteps(telling);
        });
    }

    private void toSteps(Consumer<DrillCallback> telling) {
        callbacks.forEach(callback -> attempt("Telling the step", () -> telling.accept(callback)));
    }

    /** Tells a page something. */
    @FunctionalInterface
    private interface Telling {
        void tell(Run<?, ?> build, DrillListener page) throws IOException, InterruptedException;
    }

    private void toPages(Telling telling) {
        drill.build().ifPresent(build -> ExtensionList.lookup(DrillListener.class)
                .forEach(page ->
                        attempt("Telling " + page.getClass().getSimpleName(), () -> telling.tell(build, page))));
    }

    private Optional<String> link() {
        return drill.build().flatMap(build -> ExtensionList.lookup(DrillListener.class).stream()
                .flatMap(page -> page.pageOf(build, drill.record()).stream())
                .findFirst()
                .map(url -> Messages.console_report(address(url))));
    }

    /** Readable without links too, in a console that was downloaded or sent by mail. Jenkins makes links of whole addresses. */
    private static String address(String url) {
        String root = Jenkins.get().getRootUrl();
        return root == null ? ModelHyperlinkNote.encodeTo("/" + url, "/" + url) : root + url;
    }
}
