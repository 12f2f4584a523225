package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.util.FormValidation;
import io.jenkins.plugins.drs.engine.document.DocumentFields;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** A recovery plan. */
public final class PlanEntry extends DocumentEntry<PlanEntry> {

    @DataBoundConstructor
    public PlanEntry(String planName) {
        this(Map.of());
        set("planName", Text.trimmed(planName));
    }

    PlanEntry(Map<?, ?> document) {
        super(DocumentFields.PLAN, document);
        nest("waves", WaveEntry::new);
    }

    public String getPlanName() {
        return text("planName");
    }

    public String getDescription() {
        return text("description");
    }

    @DataBoundSetter
    public void setDescription(String description) {
        set("description", Text.filled(description));
    }

    public String getRto() {
        return text("rto");
    }

    /** Whole seconds, or an ISO-8601 duration. */
    @DataBoundSetter
    public void setRto(String rto) {
        set("rto", Text.trimmed(rto));
    }

    public String getRpo() {
        return text("rpo");
    }

    /** Whole seconds, or an ISO-8601 duration. */
    @DataBoundSetter
    public void setRpo(String rpo) {
        set("rpo", Text.trimmed(rpo));
    }

    public String getSchedule() {
        return text("schedule");
    }

    /** Jenkins' cron syntax. */
    @DataBoundSetter
    public void setSchedule(String schedule) {
        set("schedule", Text.filled(schedule));
    }

    public String getCheckSchedule() {
        return text("checkSchedule");
    }

    /** Jenkins' cron syntax, or the word never. */
    @DataBoundSetter
    public void setCheckSchedule(String checkSchedule) {
        set("checkSchedule", Text.filled(checkSchedule));
    }

    public List<WaveEntry> getWaves() {
        return entries("waves");
    }

    @DataBoundSetter
    public void setWaves(List<WaveEntry> waves) {
        setFilled("waves", waves);
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsRecoveryPlan")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<PlanEntry> {
        public DescriptorImpl() {
            super("/recoveryPlans/0");
        }

        @Override
        public String getDisplayName() {
            return Messages.plan();
        }

        @Override
        public PlanEntry newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            String description = Forms.text(form, "description");
            String schedule = Forms.text(form, "schedule");
            String checkSchedule = Forms.text(form, "checkSchedule");
            PlanEntry entry = (PlanEntry) super.newInstance(request, Forms.withoutBlanks(form));
            entry.setDescription(description);
            entry.setSchedule(Text.trimmed(schedule));
            entry.setCheckSchedule(Text.trimmed(checkSchedule));
            return entry;
        }

        @POST
        public FormValidation doCheckPlanName(@QueryParameter String value) {
            return check("planName", value);
        }

        @POST
        public FormValidation doCheckDescription(@QueryParameter String value) {
            return check("description", value);
        }

        @POST
        public FormValidation doCheckRto(@QueryParameter String value) {
            return check("rto", value);
        }

        @POST
        public FormValidation doCheckRpo(@QueryParameter String value) {
            return check("rpo", value);
        }

        @POST
        public FormValidation doCheckSchedule(@QueryParameter String value) {
            return check("schedule", value);
        }

        @POST
        public FormValidation doCheckCheckSchedule(@QueryParameter String value) {
            return check("checkSchedule", value);
        }
    }
}
