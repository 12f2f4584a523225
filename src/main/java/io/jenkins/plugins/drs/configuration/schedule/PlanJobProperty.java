package io.jenkins.plugins.drs.configuration.schedule;

import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.JobPropertyDescriptor;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/** Marks a job that was made from a plan. Kept in the job, so it goes with it when that is moved or renamed. */
public final class PlanJobProperty extends JobProperty<Job<?, ?>> {
    private final String plan;
    private final Purpose purpose;
    private final String generated;
    private final boolean onDemand;
    private final boolean disabledWithPlan;

    PlanJobProperty(PlanJobMark mark) {
        plan = mark.plan();
        purpose = mark.purpose();
        generated = mark.generated();
        onDemand = mark.onDemand();
        disabledWithPlan = mark.disabledWithPlan();
    }

    PlanJobMark mark() {
        return new PlanJobMark(
                plan == null ? "" : plan,
                purpose == null ? Purpose.DRILL : purpose,
                generated == null ? "" : generated,
                onDemand,
                disabledWithPlan);
    }

    /** Name of the plan. */
    public String getPlan() {
        return mark().plan();
    }

    public Purpose getPurpose() {
        return mark().purpose();
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener) {
        return true;
    }

    /** The page of the job does not show it, and must not take it away. */
    @Override
    public JobProperty<?> reconfigure(StaplerRequest2 request, JSONObject form) {
        return this;
    }

    /** Makes it known to Jenkins. */
    @Extension
    public static final class DescriptorImpl extends JobPropertyDescriptor {
        /** Pages of other jobs make none. */
        @Override
        public JobProperty<?> newInstance(StaplerRequest2 request, JSONObject form) {
            return null;
        }

        @Override
        public String getDisplayName() {
            return Messages.property();
        }
    }
}
