package io.jenkins.plugins.drs.plugin.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.DrillRequest;
import io.jenkins.plugins.drs.plugin.run.HostSettings;
import io.jenkins.plugins.drs.plugin.run.ResultTree;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** Pipeline step {@code ssmAction}: runs one Systems Manager automation and watches it to its end. */
public final class SsmActionStep extends Step {
    private final String document;
    private String documentVersion;
    private Map<String, Object> parameters = new LinkedHashMap<>();
    private String region;
    private int timeoutMinutes = (int) AutomationAction.DEFAULT_MAX_WAIT.toMinutes();
    private String credentialsId;
    private boolean propagate = true;

    @DataBoundConstructor
    public SsmActionStep(String document) {
        this.document = document;
    }

    public String getDocument() {
        return document;
    }

    public String getDocumentVersion() {
        return documentVersion;
    }

    @DataBoundSetter
    public void setDocumentVersion(String documentVersion) {
        this.documentVersion = Util.fixEmptyAndTrim(documentVersion);
    }

    public Map<String, Object> getParameters() {
        return parameters;
    }

    /** Texts, or lists of texts, by name of the parameter. */
    @DataBoundSetter
    public void setParameters(Map<String, Object> parameters) {
        this.parameters = parameters == null ? new LinkedHashMap<>() : new LinkedHashMap<>(parameters);
    }

    public String getRegion() {
        return region;
    }

    @DataBoundSetter
    public void setRegion(String region) {
        this.region = Util.fixEmptyAndTrim(region);
    }

    public int getTimeoutMinutes() {
        return timeoutMinutes;
    }

    @DataBoundSetter
    public void setTimeoutMinutes(int timeoutMinutes) {
        this.timeoutMinutes = timeoutMinutes;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    public boolean isPropagate() {
        return propagate;
    }

    @DataBoundSetter
    public void setPropagate(boolean propagate) {
        this.propagate = propagate;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, this);
    }

    /** Runs the automation as the only action of a plan without servers. */
    static final class Execution extends HostedExecution {
        private static final long serialVersionUID = 1L;
        private final AutomationArguments arguments;

        Execution(StepContext context, SsmActionStep step) {
            super(context, new Outcome(Outcome.UNSTABLE, step.propagate), false);
            this.arguments = new AutomationArguments(step);
        }

        @Override
        DrillRequest request(String stepKey, FilePath workspace, TaskListener log) throws AbortException {
            String region = Optional.ofNullable(arguments.region)
                    .or(() -> HostSettings.get().defaultRegionCode())
                    .or(this::environmentRegion)
                    .orElseThrow(() -> BuildConsole.abort(Messages.automation_region()));
            DrConfiguration plan = arguments.plan(region);
            return new DrillRequest(
                    stepKey,
                    Mode.DRILL,
                    plan,
                    plan.recoveryPlans().get(0).planName(),
                    new DrillRequest.Limits(RunOptions.DEFAULT, Optional.empty(), false),
                    Optional.ofNullable(arguments.credentialsId),
                    true);
        }

        private Optional<String> environmentRegion() {
            var environment = new BuildEnvironment(getContext()).get();
            return Optional.ofNullable(Util.fixEmptyAndTrim(environment.get("AWS_REGION")))
                    .or(() -> Optional.ofNullable(Util.fixEmptyAndTrim(environment.get("AWS_DEFAULT_REGION"))));
        }

        @Override
        void authorize(Run<?, ?> build) throws IOException {
            Authority.check(build, DisasterRecoveryPermissions.DRILL);
        }

        @Override
        Object told(DrillResult result) {
            Map<String, Object> tree = ResultTree.action(
                    result.waveResults().get(0).actions().preWaveActions().get(0));
            tree.put("executionId", result.run().executionId());
            return tree;
        }
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends PlanStepDescriptor {
        public DescriptorImpl() {
            super("ssmAction", Messages.ssmAction());
        }

        /** The form has a line for each parameter: {@code Name=value}, with several lines for a list. */
        @Override
        public Step newInstance(StaplerRequest2 request, JSONObject form) throws Descriptor.FormException {
            Map<String, Object> parameters = AutomationArguments.fromLines(form.optString("parameterLines"));
            form.remove("parameterLines");
            SsmActionStep step = (SsmActionStep) super.newInstance(request, form);
            step.setParameters(parameters);
            return step;
        }

        /** The lines of the form. */
        public String lines(Map<String, Object> parameters) {
            return AutomationArguments.toLines(parameters == null ? Map.of() : parameters);
        }
    }
}
