package io.jenkins.plugins.drs.plugin.configuration.schedule;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import java.io.IOException;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** Tells administrators of jobs that do not follow their plans. */
@Extension
@Symbol("drsPlanJobs")
public final class PlanJobsMonitor extends AdministrativeMonitor {
    @Override
    public String getDisplayName() {
        return Messages.monitor();
    }

    @Override
    public boolean isActivated() {
        return !PlanJobs.get().problems().isEmpty();
    }

    public List<JobProblem> getProblems() {
        return PlanJobs.get().problems();
    }

    /** Makes the jobs of a plan again what the plan says. */
    @RequirePOST
    public HttpResponse doRestore(@QueryParameter String plan) throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        for (Purpose purpose : Purpose.values()) {
            PlanJobs.get().restore(plan, purpose);
        }
        return HttpResponses.redirectViaContextPath("manage");
    }

    /** Has a job of an earlier version serve its plan. */
    @RequirePOST
    public HttpResponse doAccept(@QueryParameter String job) throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        PlanJobs.get().accept(job);
        return HttpResponses.redirectViaContextPath("manage");
    }

    /** Leaves a job of an earlier version alone; its plan gets another one. */
    @RequirePOST
    public HttpResponse doTurnDown(@QueryParameter String job) throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        PlanJobs.get().turnDown(job);
        return HttpResponses.redirectViaContextPath("manage");
    }
}
