package io.jenkins.plugins.drs.plugin.build;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.drs.engine.result.CleanupResult.Remnant;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import io.jenkins.plugins.drs.plugin.run.ExecutionView;
import java.io.IOException;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;

/**
 * Tells administrators of executions that left something in AWS and whose build is deleted, so that no page of a build
 * tells of it. Jenkins shows it to those alone who may administer.
 */
@Extension
public final class LeftBehindMonitor extends AdministrativeMonitor {
    @Override
    public String getDisplayName() {
        return Messages.LeftBehindMonitor_name();
    }

    @Override
    public boolean isActivated() {
        return !getExecutions().isEmpty();
    }

    /** What each left, oldest execution first. */
    public List<Left> getExecutions() {
        return DrillIndex.get().forgotten().stream().map(Left::new).toList();
    }

    /** Takes an execution off the list, after somebody has looked after what it left. */
    @RequirePOST
    public HttpResponse doForget(@QueryParameter String executionId) throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        DrillIndex.get().forget(executionId);
        return HttpResponses.redirectTo("../../manage");
    }

    /** One execution. */
    public record Left(ExecutionView execution) {
        public String getExecutionId() {
            return execution.record().executionId();
        }

        public String getPlanName() {
            return execution.record().title();
        }

        /** Where it ran, as its journal tells. */
        public String getPlace() {
            return PlainText.line(
                    execution.result().map(it -> it.run().starter().host()).orElse(""));
        }

        /** A line for each thing that stays. */
        public List<String> getRemnants() {
            return execution.result().map(DrillResult::cleanup).stream()
                    .flatMap(cleanup -> cleanup.unasked().stream())
                    .map(Left::text)
                    .map(PlainText::line)
                    .toList();
        }

        private static String text(Remnant remnant) {
            return Messages.LeftBehindMonitor_remnant(
                    remnant.text(), remnant.reason().orElse(""));
        }
    }
}
