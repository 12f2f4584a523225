package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
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

/** How recovery instances are launched. What is not set stays as it is in DRS. */
public final class LaunchEntry extends DocumentEntry<LaunchEntry> {

    @DataBoundConstructor
    public LaunchEntry() {
        this(Map.of());
    }

    LaunchEntry(Map<?, ?> document) {
        super(DocumentFields.LAUNCH, document);
    }

    public String getInstanceType() {
        return text("instanceType");
    }

    @DataBoundSetter
    public void setInstanceType(String instanceType) {
        set("instanceType", Text.trimmed(instanceType));
    }

    public String getSubnetId() {
        return text("subnetId");
    }

    @DataBoundSetter
    public void setSubnetId(String subnetId) {
        set("subnetId", Text.trimmed(subnetId));
    }

    public List<String> getSecurityGroupIds() {
        return texts("securityGroupIds");
    }

    @DataBoundSetter
    public void setSecurityGroupIds(List<String> securityGroupIds) {
        setFilled("securityGroupIds", securityGroupIds);
    }

    /** For the text area of the form. */
    public String getSecurityGroupIdLines() {
        return String.join("\n", getSecurityGroupIds());
    }

    public String getStaticPrivateIp() {
        return text("staticPrivateIp");
    }

    @DataBoundSetter
    public void setStaticPrivateIp(String staticPrivateIp) {
        set("staticPrivateIp", Text.trimmed(staticPrivateIp));
    }

    public String getLaunchDisposition() {
        return text("launchDisposition");
    }

    @DataBoundSetter
    public void setLaunchDisposition(String launchDisposition) {
        set("launchDisposition", Text.trimmed(launchDisposition));
    }

    public Boolean getCopyPrivateIp() {
        return flag("copyPrivateIp");
    }

    @DataBoundSetter
    public void setCopyPrivateIp(Boolean copyPrivateIp) {
        set("copyPrivateIp", copyPrivateIp);
    }

    public Boolean getCopyTags() {
        return flag("copyTags");
    }

    @DataBoundSetter
    public void setCopyTags(Boolean copyTags) {
        set("copyTags", copyTags);
    }

    public String getRightSizing() {
        return text("rightSizing");
    }

    @DataBoundSetter
    public void setRightSizing(String rightSizing) {
        set("rightSizing", Text.trimmed(rightSizing));
    }

    public Boolean getOsByol() {
        return flag("osByol");
    }

    @DataBoundSetter
    public void setOsByol(Boolean osByol) {
        set("osByol", osByol);
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsLaunchConfig")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<LaunchEntry> {
        public DescriptorImpl() {
            super("/protectionGroups/0/launchConfig");
        }

        @Override
        public String getDisplayName() {
            return Messages.launch();
        }

        @Override
        public LaunchEntry newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            List<String> groups = Forms.words(form, "securityGroupIdLines");
            LaunchEntry entry = (LaunchEntry) super.newInstance(request, Forms.withoutBlanks(form));
            entry.setSecurityGroupIds(groups);
            return entry;
        }

        @POST
        public FormValidation doCheckInstanceType(@QueryParameter String value) {
            return check("instanceType", value);
        }

        @POST
        public FormValidation doCheckSubnetId(@QueryParameter String value) {
            return check("subnetId", value);
        }

        @POST
        public FormValidation doCheckStaticPrivateIp(@QueryParameter String value) {
            return check("staticPrivateIp", value);
        }

        @POST
        public FormValidation doCheckSecurityGroupIdLines(@QueryParameter String value) {
            return check("securityGroupIds", Forms.words(value));
        }

        @POST
        public ListBoxModel doFillLaunchDispositionItems() {
            return Forms.choices(Messages.launch_asInDrs(), "STARTED", "STOPPED");
        }

        @POST
        public ListBoxModel doFillRightSizingItems() {
            return Forms.choices(Messages.launch_asInDrs(), "NONE", "BASIC", "IN_AWS");
        }

        @POST
        public ListBoxModel doFillCopyPrivateIpItems() {
            return Forms.yesNo(Messages.launch_asInDrs());
        }

        @POST
        public ListBoxModel doFillCopyTagsItems() {
            return Forms.yesNo(Messages.launch_asInDrs());
        }

        @POST
        public ListBoxModel doFillOsByolItems() {
            return Forms.yesNo(Messages.launch_asInDrs());
        }
    }
}
