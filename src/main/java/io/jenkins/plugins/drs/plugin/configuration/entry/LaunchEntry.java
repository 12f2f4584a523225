package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.ArrayList;
import java.util.List;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** How recovery instances are launched. What is not set stays as it is in DRS. */
public final class LaunchEntry extends DocumentEntry<LaunchEntry> {
    private String instanceType;
    private String subnetId;
    private List<String> securityGroupIds = new ArrayList<>();
    private String staticPrivateIp;
    private String launchDisposition;
    private Boolean copyPrivateIp;
    private Boolean copyTags;
    private String rightSizing;
    private Boolean osByol;

    @DataBoundConstructor
    public LaunchEntry() {
        // everything is optional
    }

    static LaunchEntry of(Tree tree) {
        LaunchEntry entry = new LaunchEntry();
        entry.instanceType = tree.text("instanceType");
        entry.subnetId = tree.text("subnetId");
        entry.securityGroupIds = tree.texts("securityGroupIds");
        entry.staticPrivateIp = tree.text("staticPrivateIp");
        entry.launchDisposition = tree.text("launchDisposition");
        entry.copyPrivateIp = tree.flag("copyPrivateIp").orElse(null);
        entry.copyTags = tree.flag("copyTags").orElse(null);
        entry.rightSizing = tree.text("rightSizing");
        entry.osByol = tree.flag("osByol").orElse(null);
        entry.setFurtherFields(tree.rest());
        return entry;
    }

    @Override
    public Tree toDocument() {
        return new Tree()
                .put("instanceType", instanceType)
                .put("subnetId", subnetId)
                .putFilled("securityGroupIds", securityGroupIds)
                .put("staticPrivateIp", staticPrivateIp)
                .put("launchDisposition", launchDisposition)
                .put("copyPrivateIp", copyPrivateIp)
                .put("copyTags", copyTags)
                .put("rightSizing", rightSizing)
                .put("osByol", osByol)
                .putFurther(getFurtherFields());
    }

    /** A form sends all fields, set or not; settings without any are the same as none. */
    static LaunchEntry orNull(LaunchEntry entry) {
        return entry == null || entry.toDocument().names().isEmpty() ? null : entry;
    }

    public String getInstanceType() {
        return instanceType;
    }

    @DataBoundSetter
    public void setInstanceType(String instanceType) {
        this.instanceType = Text.trimmed(instanceType);
    }

    public String getSubnetId() {
        return subnetId;
    }

    @DataBoundSetter
    public void setSubnetId(String subnetId) {
        this.subnetId = Text.trimmed(subnetId);
    }

    public List<String> getSecurityGroupIds() {
        return securityGroupIds;
    }

    @DataBoundSetter
    public void setSecurityGroupIds(List<String> securityGroupIds) {
        this.securityGroupIds = Forms.copy(securityGroupIds);
    }

    /** For the text area of the form. */
    public String getSecurityGroupIdLines() {
        return String.join("\n", securityGroupIds);
    }

    public String getStaticPrivateIp() {
        return staticPrivateIp;
    }

    @DataBoundSetter
    public void setStaticPrivateIp(String staticPrivateIp) {
        this.staticPrivateIp = Text.trimmed(staticPrivateIp);
    }

    public String getLaunchDisposition() {
        return launchDisposition;
    }

    @DataBoundSetter
    public void setLaunchDisposition(String launchDisposition) {
        this.launchDisposition = Text.trimmed(launchDisposition);
    }

    public Boolean getCopyPrivateIp() {
        return copyPrivateIp;
    }

    @DataBoundSetter
    public void setCopyPrivateIp(Boolean copyPrivateIp) {
        this.copyPrivateIp = copyPrivateIp;
    }

    public Boolean getCopyTags() {
        return copyTags;
    }

    @DataBoundSetter
    public void setCopyTags(Boolean copyTags) {
        this.copyTags = copyTags;
    }

    public String getRightSizing() {
        return rightSizing;
    }

    @DataBoundSetter
    public void setRightSizing(String rightSizing) {
        this.rightSizing = Text.trimmed(rightSizing);
    }

    public Boolean getOsByol() {
        return osByol;
    }

    @DataBoundSetter
    public void setOsByol(Boolean osByol) {
        this.osByol = osByol;
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsLaunchConfig")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<LaunchEntry> {
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
            Tree launch = new Tree().putFilled("securityGroupIds", Forms.words(value));
            return Check.group(new Tree().putFilled("launchConfig", launch), "/launchConfig/securityGroupIds");
        }

        private static FormValidation check(String field, String value) {
            Tree launch = new Tree().put(field, Text.trimmed(value));
            return Check.group(new Tree().putFilled("launchConfig", launch), "/launchConfig/" + field);
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
