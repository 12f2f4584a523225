package io.jenkins.plugins.drs.plugin.configuration.schedule;

import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.JobPropertyDescriptor;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * Says on a job which plan it was made from. A label for people: whoever may configure a job can write one, so which job
 * serves a plan is kept in {@link PlanJobRegistry}.
 */
public final class PlanJobProperty extends JobProperty<Job<?, ?>> {
    private final String plan;
    private final Purpose purpose;
    /** Only read, of jobs that earlier versions made. */
    private transient String generated;

    private transient boolean onDemand;
    private transient boolean disabledWithPlan;

    PlanJobProperty(String plan, Purpose purpose) {
        this.plan = plan;
        this.purpose = purpose;
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
