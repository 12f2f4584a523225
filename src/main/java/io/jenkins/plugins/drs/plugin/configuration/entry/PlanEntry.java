package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.util.FormValidation;
import java.util.ArrayList;
import java.util.List;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** A recovery plan. */
public final class PlanEntry extends DocumentEntry<PlanEntry> {
    private final String planName;
    private String description;
    private String rto;
    private String rpo;
    private String schedule;
    private String checkSchedule;
    private List<WaveEntry> waves = new ArrayList<>();

    @DataBoundConstructor
    public PlanEntry(String planName) {
        this.planName = Text.trimmed(planName);
    }

    static PlanEntry of(Tree tree) {
        PlanEntry entry = new PlanEntry(tree.text("planName"));
        entry.description = tree.text("description");
        entry.rto = tree.text("rto");
        entry.rpo = tree.text("rpo");
        entry.schedule = tree.text("schedule");
        entry.checkSchedule = tree.text("checkSchedule");
        tree.objects("waves").forEach(wave -> entry.waves.add(WaveEntry.of(wave)));
        entry.setFurtherFields(tree.rest());
        return entry;
    }

    @Override
    public Tree toDocument() {
        return new Tree()
                .put("planName", planName)
                .put("description", description)
                .put("rto", rto)
                .put("rpo", rpo)
                .put("schedule", schedule)
                .put("checkSchedule", checkSchedule)
                .putEntries("waves", waves)
                .putFurther(getFurtherFields());
    }

    public String getPlanName() {
        return planName;
    }

    public String getDescription() {
        return description;
    }

    @DataBoundSetter
    public void setDescription(String description) {
        this.description = Text.filled(description);
    }

    public String getRto() {
        return rto;
    }

    /** Whole seconds, or an ISO-8601 duration. */
    @DataBoundSetter
    public void setRto(String rto) {
        this.rto = Text.trimmed(rto);
    }

    public String getRpo() {
        return rpo;
    }

    /** Whole seconds, or an ISO-8601 duration. */
    @DataBoundSetter
    public void setRpo(String rpo) {
        this.rpo = Text.trimmed(rpo);
    }

    public String getSchedule() {
        return schedule;
    }

    /** Jenkins' cron syntax. */
    @DataBoundSetter
    public void setSchedule(String schedule) {
        this.schedule = Text.filled(schedule);
    }

    public String getCheckSchedule() {
        return checkSchedule;
    }

    /** Jenkins' cron syntax, or the word never. */
    @DataBoundSetter
    public void setCheckSchedule(String checkSchedule) {
        this.checkSchedule = Text.filled(checkSchedule);
    }

    public List<WaveEntry> getWaves() {
        return waves;
    }

    @DataBoundSetter
    public void setWaves(List<WaveEntry> waves) {
        this.waves = Forms.copy(waves);
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsRecoveryPlan")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<PlanEntry> {
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

        private static FormValidation check(String field, String value) {
            return Check.plan(new Tree().put(field, Text.trimmed(value)), "/" + field);
        }
    }
}
