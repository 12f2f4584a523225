package io.jenkins.plugins.drs.plugin.pages.plan;

import hudson.model.Api;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Job;
import hudson.security.Permission;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.build.DrillRow;
import io.jenkins.plugins.drs.plugin.configuration.entry.PlanEntry;
import io.jenkins.plugins.drs.plugin.configuration.schedule.PlanJobs;
import io.jenkins.plugins.drs.plugin.configuration.schedule.Purpose;
import io.jenkins.plugins.drs.plugin.pages.items.ItemPage;
import io.jenkins.plugins.drs.plugin.pages.items.Kind;
import io.jenkins.plugins.drs.plugin.pages.shared.Access;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.pages.shared.Refused;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.ServerLookups;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** A plan: its waves, what they select now, and what was drilled. */
@ExportedBean
public final class PlanPage extends ItemPage<RecoveryPlan, PlanEntry> {
    private static final int DRILLS = 10;

    public PlanPage(StoredConfiguration stored, String name) {
        super(Kind.PLANS, stored, name);
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
                .drills(item()).launches(DRILLS).stream().map(Address::row).toList();
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
                .map(job -> Address.job(job.getFullName()))
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
                    job.hasPermission(DisasterRecoveryPermissions.VIEW) ? Address.job(job.getFullName()) : getUrl());
        } catch (PlanRun.NotStartedException e) {
            return Refused.conflict(e.getMessage(), List.of(), getUrl());
        }
    }

    /** Starts the job of a plan for the current user, who may do so at the root. */
    static final class PlanRun {
        private PlanRun() {}

        /** Why a job was not started, and what to do about it. */
        static final class NotStartedException extends Exception {
            private static final long serialVersionUID = 1L;

            NotStartedException(String message) {
                super(message);
            }
        }

        /** The job, of which a build waits now; it is made when the plan had none. */
        static Job<?, ?> start(String plan, Purpose purpose) throws NotStartedException {
            Job<?, ?> job = job(plan, purpose);
            Permission permission =
                    purpose == Purpose.CHECK ? DisasterRecoveryPermissions.CHECK : DisasterRecoveryPermissions.DRILL;
            DisasterRecoveryPermissions.check(job, permission);
            if (!job.isBuildable()) {
                throw new NotStartedException(Messages.run_disabled(job.getFullName()));
            }
            CauseAction cause = new CauseAction(new Cause.UserIdCause());
            if (ParameterizedJobMixIn.scheduleBuild2(job, 0, cause, purpose.ceiling(plan)) == null) {
                throw new NotStartedException(Messages.run_refused(job.getFullName()));
            }
            return job;
        }

        private static Job<?, ?> job(String plan, Purpose purpose) throws NotStartedException {
            try {
                return PlanJobs.get().onDemand(plan, purpose);
            } catch (IOException e) {
                throw new NotStartedException(Messages.run_noJob(e.getMessage(), plan));
            }
        }
    }
}
