package io.jenkins.plugins.drs.plugin.steps;

import com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import java.util.List;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Forms of the steps that work on a plan. */
public abstract class PlanStepDescriptor extends StepDescriptor {
    private final String functionName;
    private final String displayName;

    PlanStepDescriptor(String functionName, String displayName) {
        this.functionName = functionName;
        this.displayName = displayName;
    }

    @Override
    public String getFunctionName() {
        return functionName;
    }

    @Override
    public String getDisplayName() {
        return displayName;
    }

    @Override
    public Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, FlowNode.class, TaskListener.class);
    }

    /** Credentials that builds of the job may use. */
    @POST
    public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
        return Forms.credentials(item, credentialsId);
    }

    /** Names of the stored plans, for those who may see them. */
    @POST
    public ComboBoxModel doFillPlanItems(@AncestorInPath Item item) {
        return Forms.plans(item);
    }

    @POST
    public FormValidation doCheckPlanFile(@AncestorInPath Item item, @QueryParameter String value) {
        return Forms.path(item, value);
    }

    @POST
    public ListBoxModel doFillOnPartialItems() {
        return Forms.onPartial();
    }

    @POST
    public ListBoxModel doFillConcurrencyItems() {
        return new ListBoxModel(
                new ListBoxModel.Option(Messages.concurrency_refuse(), LaunchStep.REFUSE),
                new ListBoxModel.Option(Messages.concurrency_wait(), LaunchStep.WAIT));
    }

    @POST
    public FormValidation doCheckTimeoutMinutes(@AncestorInPath Item item, @QueryParameter String value) {
        return Forms.minutes(item, value);
    }

    /** What forms of steps and of the build step share. */
    static final class Forms {
        private Forms() {}

        static ListBoxModel credentials(Item item, String current) {
            StandardListBoxModel items = new StandardListBoxModel();
            items.includeEmptyValue();
            if (mayUse(item)) {
                if (item == null) {
                    items.includeAs(ACL.SYSTEM2, Jenkins.get(), AmazonWebServicesCredentials.class);
                } else {
                    items.includeAs(
                            item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2,
                            item,
                            AmazonWebServicesCredentials.class);
                }
            }
            return items.includeCurrentValue(Util.fixNull(current));
        }

        private static boolean mayUse(Item item) {
            return item == null
                    ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                    : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
        }

        /** Whoever may view drills of the job, or of everything, may know the names. */
        static ComboBoxModel plans(Item item) {
            boolean allowed = item == null
                    ? Jenkins.get().hasPermission(DisasterRecoveryPermissions.VIEW)
                    : item.hasPermission(DisasterRecoveryPermissions.VIEW);
            List<RecoveryPlan> plans =
                    allowed ? PlanStore.get().currentOrEmpty().configuration().recoveryPlans() : List.of();
            return new ComboBoxModel(plans.stream().map(RecoveryPlan::planName).toList());
        }

        static FormValidation path(Item item, String value) {
            String path = Util.fixEmptyAndTrim(value);
            if (path == null || !mayConfigure(item)) {
                return FormValidation.ok();
            }
            boolean leaves = path.startsWith("/")
                    || path.matches("[A-Za-z]:.*")
                    || path.matches("(.*[/\\\\])?\\.\\.([/\\\\].*)?");
            return leaves ? FormValidation.error(Messages.form_path()) : FormValidation.ok();
        }

        static FormValidation minutes(Item item, String value) {
            return mayConfigure(item) && Util.fixEmptyAndTrim(value) != null
                    ? FormValidation.validateNonNegativeInteger(value)
                    : FormValidation.ok();
        }

        private static boolean mayConfigure(Item item) {
            return item == null
                    ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                    : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(Item.CONFIGURE);
        }

        static ListBoxModel onPartial() {
            return new ListBoxModel(
                    new ListBoxModel.Option(Messages.onPartial_unstable(), Outcome.UNSTABLE),
                    new ListBoxModel.Option(Messages.onPartial_failure(), Outcome.FAILURE),
                    new ListBoxModel.Option(Messages.onPartial_ignore(), Outcome.IGNORE));
        }
    }
}
