package io.jenkins.plugins.drs.plugin.build;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.drs.plugin.run.DrillHost;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import io.jenkins.plugins.drs.plugin.run.StuckDrills.StuckDrill;
import java.io.IOException;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;

/**
 * Shows administrators executions that have not ended and cannot go on, such as those whose journal cannot be read. Jenkins shows
 * it to those alone who may administer.
 */
@Extension
public final class StuckDrillsMonitor extends AdministrativeMonitor {
    @Override
    public String getDisplayName() {
        return Messages.StuckDrillsMonitor_name();
    }

    @Override
    public boolean isActivated() {
        return !getDrills().isEmpty();
    }

    public List<Entry> getDrills() {
        return DrillIndex.get().stuck().undismissed().stream().map(Entry::new).toList();
    }

    /** Reports an execution no more, unless the reason why it cannot go on changes. */
    @RequirePOST
    public HttpResponse doDismiss(@QueryParameter String executionId) throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        DrillIndex.get().stuck().dismiss(String.valueOf(executionId));
        return HttpResponses.redirectTo("../../manage");
    }

    /** Closes an execution that cannot go on. */
    @RequirePOST
    public HttpResponse doClose(@QueryParameter String executionId) throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        DrillHost.get()
                .close(String.valueOf(executionId), Jenkins.getAuthentication2().getName());
        return HttpResponses.redirectTo("../../manage");
    }

    /** One execution. */
    public record Entry(StuckDrill drill) {
        public String getExecutionId() {
            return drill.record().executionId();
        }

        public String getPlanName() {
            return drill.record().title();
        }

        public String getBuild() {
            return drill.build().toString();
        }

        /** Page of the execution, relative to Jenkins' root; empty when its build is deleted. */
        public String getUrl() {
            return drill.build()
                    .find()
                    .map(build -> DrillPages.url(build, drill.record().executionId()))
                    .orElse("");
        }

        /** Why it cannot go on, what may still run, and what to do. */
        public List<String> getLines() {
            return drill.lines();
        }
    }
}
