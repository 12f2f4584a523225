package io.jenkins.plugins.drs.plugin.pages;

import hudson.model.Descriptor;
import hudson.model.ModelObject;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import jakarta.servlet.ServletException;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** The settings that are also on the page <i>System</i>, for administrators. */
public final class SettingsPage implements ModelObject {
    @Override
    public String getDisplayName() {
        return Messages.settings();
    }

    public DisasterRecoveryConfiguration getConfiguration() {
        return DisasterRecoveryConfiguration.get();
    }

    @RequirePOST
    public HttpResponse doSave(StaplerRequest2 request) throws ServletException, Descriptor.FormException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        DisasterRecoveryConfiguration.get()
                .configure(request, request.getSubmittedForm().getJSONObject("settings"));
        return HttpResponses.redirectViaContextPath(Address.ROOT + "/");
    }
}
