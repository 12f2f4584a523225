package io.jenkins.plugins.drs.plugin.pages;

import hudson.Extension;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;

/** Leads from <i>Manage Jenkins</i> to the pages. */
@Extension
@Symbol("disasterRecoveryPlans")
public final class DisasterRecoveryLink extends ManagementLink {
    @Override
    public String getIconFileName() {
        return DisasterRecoveryRoot.ICON;
    }

    @Override
    public String getDisplayName() {
        return Messages.root();
    }

    @Override
    public String getDescription() {
        return Messages.root_description();
    }

    /** Another one than that of the pages: addresses below <i>manage</i> and at the root are the same to Jenkins. */
    @Override
    public String getUrlName() {
        return "disaster-recovery-plans";
    }

    @Override
    public Permission getRequiredPermission() {
        return DisasterRecoveryPermissions.VIEW;
    }

    @Override
    public ManagementLink.Category getCategory() {
        return ManagementLink.Category.TOOLS;
    }

    public HttpResponse doIndex() {
        return HttpResponses.redirectViaContextPath(Address.ROOT + "/");
    }
}
