package io.jenkins.plugins.drs.plugin.build;

import hudson.model.Api;
import hudson.model.ModelObject;
import hudson.model.Run;
import io.jenkins.plugins.drs.engine.audit.Anchor;
import io.jenkins.plugins.drs.engine.history.Comparison;
import io.jenkins.plugins.drs.engine.report.CsvFiles;
import io.jenkins.plugins.drs.engine.report.html.HtmlReport;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.build.DrillAction.DrillEntry;
import io.jenkins.plugins.drs.plugin.run.DrillHandle;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import io.jenkins.plugins.drs.plugin.run.DrillRecord;
import io.jenkins.plugins.drs.plugin.run.ExecutionView;
import io.jenkins.plugins.drs.plugin.run.Feature;
import io.jenkins.plugins.drs.plugin.run.ResultTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.interceptor.RequirePOST;

/**
 * The page <em>Drill report</em> of one execution, made for one request and reached through {@link DrillAction}, which
 * checks that the user may view it.
 */
@ExportedBean
public final class DrillPage implements ModelObject {
    private final Run<?, ?> build;
    private final DrillRecord record;
    private final Optional<Anchor> anchor;
    private final Optional<ExecutionView> execution;
    private final Optional<DrillResult> result;

    DrillPage(Run<?, ?> build, DrillEntry entry) {
        this.build = build;
        this.record = entry.record();
        this.anchor = entry.anchor();
        this.execution = DrillIndex.get().find(record.executionId());
        this.result = execution.flatMap(ExecutionView::result);
    }

    /** Why there is a summary alone; empty when there is all. */
    public String getOff() {
        return Feature.DETAILED_RESULTS.isOn() ? "" : Feature.DETAILED_RESULTS.refusal();
    }

    private Optional<DrillResult> detailed() {
        return result.filter(any -> Feature.DETAILED_RESULTS.isOn());
    }

    public Run<?, ?> getBuild() {
        return build;
    }

    /** This page, relative to Jenkins' root. */
    public String getUrl() {
        return DrillPages.url(build, record.executionId());
    }

    /** Stands in the breadcrumbs, after the words "Drill report". */
    @Override
    public String getDisplayName() {
        return record.title();
    }

    public String getTitle() {
        return record.mode() == Mode.DRILL
                ? Messages.DrillPage_drillReport()
                : Messages.DrillPage_report(record.mode().word());
    }

    @Exported(visibility = 3)
    public String getExecutionId() {
        return record.executionId();
    }

    @Exported(visibility = 3)
    public String getPlanName() {
        return record.planName();
    }

    @Exported(visibility = 3)
    public Mode getMode() {
        return record.mode();
    }

    /** How it stands; empty in the API until it has begun. */
    @Exported(visibility = 3)
    public ExecutionStatus getStatus() {
        return result.map(DrillResult::status).orElse(null);
    }

    /** Whether the simulator answered; null where nothing says so, such as without a journal that can be read. */
    @Exported(visibility = 3)
    public Boolean getSimulated() {
        return execution.flatMap(ExecutionView::simulated).orElse(null);
    }

    /** Whether something else than AWS and the simulator answered; null as above. */
    @Exported(visibility = 3)
    public Boolean getNotAws() {
        return result.map(it -> it.run().starter().notAws()).orElse(null);
    }

    /** Whether it has not ended yet. */
    @Exported(visibility = 3)
    public boolean isRunning() {
        return execution.filter(ExecutionView::isRunning).isPresent();
    }

    /** Times and counts, as programs read them. */
    @Exported(visibility = 3, inline = true)
    public Map<String, Object> getFigures() {
        return result.map(ResultTree::figures).orElse(null);
    }

    /** Waves in plan order. */
    @Exported
    public List<Object> getWaves() {
        return detailed().map(ResultTree::waves).orElse(List.of());
    }

    /** Servers in plan order. */
    @Exported
    public List<Object> getServers() {
        return detailed().map(ResultTree::servers).orElse(List.of());
    }

    /** Waves that wait for a person. */
    @Exported(visibility = 3)
    public List<String> getPausedWaves() {
        return execution.map(ExecutionView::pausedWaves).orElse(List.of());
    }

    /** The result in words, for pages; null until it has begun. */
    public DrillWords getWords() {
        return result.map(DrillWords::new).orElse(null);
    }

    /** What goes on now, in one line. */
    public String getStatusText() {
        return execution.map(ExecutionView::statusText).orElse("");
    }

    /** How many events the page shows; grows as the execution goes on. */
    public long getEvents() {
        return result.map(it -> it.audit().journal().events()).orElse(0L);
    }

    /** Whether there is a journal to read. */
    public boolean isReadable() {
        return result.isPresent();
    }

    /** The report as HTML that needs no escaping any more. */
    public String getReportHtml() {
        Optional<Comparison> comparison = isRunning()
                ? Optional.empty()
                : detailed().flatMap(it -> DrillIndex.get().compared(build.getParent(), it));
        return detailed().map(it -> HtmlReport.fragment(it, "", comparison)).orElse("");
    }

    /** Whether the user may decide about waves that wait. */
    public boolean isApprover() {
        return DrillPages.mayDecide(build, record);
    }

    /** Whether a decision would be heard now. */
    public boolean isSteerable() {
        return execution.flatMap(ExecutionView::handle).isPresent();
    }

    public Api getApi() {
        return new Api(this);
    }

    /**
     * What the page shows, without the page around it.
     *
     * @param seen events that the reader has seen; when there are no more, the answer is empty
     */
    public HttpResponse doLive(@QueryParameter long seen) {
        return isRunning() && seen == getEvents()
                ? HttpResponses.status(204)
                : HttpResponses.forwardToView(this, "live");
    }

    /** The detailed results. */
    @WebMethod(name = "results.json")
    public HttpResponse doResults() {
        return Download.results(known());
    }

    /** The results for tools that read JUnit XML. */
    @WebMethod(name = "junit.xml")
    public HttpResponse doJunit() {
        return Download.junit(known());
    }

    /** The servers for spreadsheets. */
    @WebMethod(name = "servers.csv")
    public HttpResponse doServers() {
        return Download.csv(CsvFiles.servers(known()));
    }

    /** The calls to AWS for spreadsheets. */
    @WebMethod(name = "calls.csv")
    public HttpResponse doCalls() {
        return Download.csv(CsvFiles.calls(known()));
    }

    /** The plan as it was run. */
    @WebMethod(name = "configuration.json")
    public HttpResponse doConfiguration() {
        return Download.json(known().run().configuration().document().orElseThrow(HttpResponses::notFound));
    }

    /** Whether the journal is what was written; shown by the page {@code verify}. */
    public AuditWords getAudit() {
        return AuditWords.of(execution.orElseThrow(HttpResponses::notFound).journal(), anchor);
    }

    /** The journal. */
    @WebMethod(name = "audit.jsonl")
    public HttpResponse doAudit() {
        return Download.journal(execution.orElseThrow(HttpResponses::notFound).journal());
    }

    private DrillResult known() {
        if (!Feature.DETAILED_RESULTS.isOn()) {
            throw HttpResponses.errorWithoutStack(403, getOff());
        }
        return result.orElseThrow(HttpResponses::notFound);
    }

    /** Lets a wave go on that waits. */
    @RequirePOST
    public HttpResponse doProceed(@QueryParameter String wave) {
        return decide(wave, true);
    }

    /** Ends the execution instead of letting a wave go on that waits. */
    @RequirePOST
    public HttpResponse doAbort(@QueryParameter String wave) {
        return decide(wave, false);
    }

    private HttpResponse decide(String wave, boolean approved) {
        DrillPages.checkDecider(build, record);
        if (wave == null || !getPausedWaves().contains(wave)) {
            return DrillPages.refusal(Messages.DrillPage_notPaused(String.valueOf(wave)));
        }
        Optional<DrillHandle> handle = execution.flatMap(ExecutionView::handle);
        if (handle.isEmpty()) {
            return DrillPages.refusal(Messages.DrillPage_notAttached());
        }
        handle.get().decidePause(wave, approved, Jenkins.getAuthentication2().getName());
        return HttpResponses.redirectTo(".");
    }

    /** The first line of the summary. */
    public String getHeadline() {
        return getTrouble() != null
                ? getTrouble().getHeadline()
                : result.map(Headline::of).orElseGet(Messages::DrillPage_notBegun);
    }

    /** Why it cannot go on, or was closed; null of any other. */
    public DrillTrouble getTrouble() {
        return DrillTrouble.of(build, record);
    }

    /** Whether it has not ended and cannot go on. */
    @Exported(visibility = 3)
    public boolean isStuck() {
        return DrillIndex.get().stuck().has(record.executionId());
    }

    /** Closes an execution that cannot go on. */
    @RequirePOST
    public HttpResponse doClose() throws IOException {
        return new DrillTrouble(build, record).close();
    }
}
