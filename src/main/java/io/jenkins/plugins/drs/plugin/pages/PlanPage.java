package io.jenkins.plugins.drs.plugin.pages;

import hudson.model.Api;
import hudson.model.Job;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.build.DrillRow;
import io.jenkins.plugins.drs.plugin.configuration.entry.PlanEntry;
import io.jenkins.plugins.drs.plugin.configuration.schedule.PlanJobs;
import io.jenkins.plugins.drs.plugin.configuration.schedule.Purpose;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.ServerLookups;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** A plan: its waves, what they select now, and what was drilled. */
@ExportedBean
public final class PlanPage extends ItemPage<RecoveryPlan, PlanEntry> {
    private static final int DRILLS = 10;

    PlanPage(StoredConfiguration stored, String name) {
        super(new PlanKind(), stored, name);
    }

    public String getAbout() {
        return PlainText.line(item().description());
    }

    @Exported(inline = true)
    public PlanStatus getStatus() {
        return new PlanBoard(stored()).status(item());
    }

    public GraphLayout getGraph() {
        return GraphLayout.of(item());
    }

    /** In plan order. */
    public List<WaveView> getWaves() {
        Optional<ServersView> servers = Optional.ofNullable(getServers());
        return IntStream.range(0, item().waves().size())
                .mapToObj(index -> new WaveView(item(), index, servers))
                .toList();
    }

    /** Drills and recoveries, the newest first. */
    @Exported
    public List<DrillRow> getDrills() {
        return new PlanBoard(stored())
                .drills(item()).launches(DRILLS).stream().map(JobAddress::row).toList();
    }

    /** What was found last; null when nobody has asked. */
    public ServersView getServers() {
        return ServerLookups.get().of(item().planName()).map(ServersView::new).orElse(null);
    }

    public boolean isChecker() {
        return Access.may(DisasterRecoveryPermissions.CHECK);
    }

    public boolean isDriller() {
        return Access.may(DisasterRecoveryPermissions.DRILL);
    }

    /** Address of the job that drills it; empty when there is none, or none that the reader may see. */
    public String getJobUrl() {
        return PlanJobs.get()
                .find(item().planName(), Purpose.DRILL)
                .filter(job -> job.hasPermission(DisasterRecoveryPermissions.VIEW))
                .map(job -> JobAddress.of(job.getFullName()))
                .orElse("");
    }

    public Api getApi() {
        return new Api(this);
    }

    /** What the page shows of the servers, without the page around it. */
    public HttpResponse doLive() {
        return HttpResponses.forwardToView(this, "servers");
    }

    /** Begins to ask AWS which servers the waves select. */
    @RequirePOST
    public HttpResponse doLookup() {
        Jenkins.get().checkPermission(DisasterRecoveryPermissions.CHECK);
        String plan = item().planName();
        ServerLookups.get()
                .start(
                        plan,
                        PlanDocument.extract(stored().configuration(), plan),
                        Jenkins.getAuthentication2().getName());
        return HttpResponses.redirectViaContextPath(getUrl());
    }

    /** Starts a build of the job that checks the plan. */
    @RequirePOST
    public HttpResponse doCheck() {
        Jenkins.get().checkPermission(DisasterRecoveryPermissions.CHECK);
        return start(Purpose.CHECK);
    }

    /** Starts a build of the job that drills the plan. */
    @RequirePOST
    public HttpResponse doDrill() {
        Jenkins.get().checkPermission(DisasterRecoveryPermissions.DRILL);
        return start(Purpose.DRILL);
    }

    private HttpResponse start(Purpose purpose) {
        try {
            Job<?, ?> job = PlanRun.start(item().planName(), purpose);
            return HttpResponses.redirectViaContextPath(
                    job.hasPermission(DisasterRecoveryPermissions.VIEW) ? JobAddress.of(job.getFullName()) : getUrl());
        } catch (PlanRun.NotStartedException e) {
            return Refused.conflict(e.getMessage(), List.of(), getUrl());
        }
    }
}
