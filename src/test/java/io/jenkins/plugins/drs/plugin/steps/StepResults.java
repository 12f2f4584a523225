package io.jenkins.plugins.drs.plugin.steps;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.sync.Reconciliation;
import io.jenkins.plugins.drs.engine.document.sync.SyncResult;
import io.jenkins.plugins.drs.engine.document.transfer.ImportResult;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Stories;
import io.jenkins.plugins.drs.plugin.run.ResultTree;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What steps return, made by the steps themselves from a drill in which everything happens. */
public final class StepResults {
    private static final DrillResult EVERYTHING = Stories.everythingHappens().result();

    private StepResults() {}

    /** What a step returns that runs an execution; empty for others. */
    public static Object of(Step step) throws Exception {
        return step.start(new NoContext()) instanceof HostedExecution execution ? execution.told(EVERYTHING) : null;
    }

    /** What {@code drsWave} returns inside of {@code drsWaves}. */
    public static Object ofReleasedWave() {
        return ResultTree.wave(EVERYTHING, EVERYTHING.waveResults().get(0));
    }

    public static Object ofExport() {
        return with(counts(), "file");
    }

    public static Object ofImport() {
        ImportResult result =
                new ImportResult(ImportResult.Outcome.IMPORTED, Map.of(), List.of(), ConfigurationDiff.NONE, 1);
        return DocumentImport.told(result, List.of("a line"), List.of("a problem"));
    }

    public static Object ofSync() {
        Reconciliation nothing = new Reconciliation(
                DrConfiguration.EMPTY,
                ConfigurationDiff.NONE,
                ConfigurationDiff.NONE,
                DrConfiguration.EMPTY,
                List.of());
        SyncProgress story = new SyncProgress(
                "job#file", new SyncResult(SyncResult.Outcome.UNCHANGED, nothing, List.of(), 1, 1, false, ""), true);
        for (String texts : List.of("diff", "manualChanges", "problems", "jobChanges")) {
            story.put(texts, List.of("a line"));
        }
        story.put("checks", List.of(PlanChecks.told("Shop", "COMPLETED", "", "drs-1")));
        story.put("writtenBack", "a path");
        return story.told();
    }

    private static Map<String, Object> counts() {
        return DrsExportStep.counts(
                new DrConfiguration(ExportMetadata.NONE, List.of(), List.of(), List.of(), Map.of()));
    }

    private static Map<String, Object> with(Map<String, Object> told, String key) {
        told.put(key, "");
        return told;
    }

    /** A step outside of everything. */
    private static final class NoContext extends StepContext {
        private static final long serialVersionUID = 1L;

        @Override
        public <T> T get(Class<T> key) {
            return null;
        }

        @Override
        public void onSuccess(Object result) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onFailure(Throwable failure) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ListenableFuture<Void> saveState() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setResult(Result result) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BodyInvoker newBodyInvoker() {
            throw new UnsupportedOperationException();
        }
    }
}
