package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.util.FormValidation;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** An account that plans may work in by assuming a role there. */
public final class AccountEntry extends DocumentEntry<AccountEntry> {
    private final String accountId;
    private String accountName;
    private String assumeRoleName;
    private String externalId;

    @DataBoundConstructor
    public AccountEntry(String accountId) {
        this.accountId = Text.trimmed(accountId);
    }

    static AccountEntry of(Tree tree) {
        AccountEntry entry = new AccountEntry(tree.text("accountId"));
        entry.accountName = tree.text("accountName");
        entry.assumeRoleName = tree.text("assumeRoleName");
        entry.externalId = tree.text("externalId");
        entry.setFurtherFields(tree.rest());
        return entry;
    }

    @Override
    public Tree toDocument() {
        return new Tree()
                .put("accountId", accountId)
                .put("accountName", accountName)
                .put("assumeRoleName", assumeRoleName)
                .put("externalId", externalId)
                .putFurther(getFurtherFields());
    }

    public String getAccountId() {
        return accountId;
    }

    public String getAccountName() {
        return accountName;
    }

    @DataBoundSetter
    public void setAccountName(String accountName) {
        this.accountName = Text.trimmed(accountName);
    }

    public String getAssumeRoleName() {
        return assumeRoleName;
    }

    @DataBoundSetter
    public void setAssumeRoleName(String assumeRoleName) {
        this.assumeRoleName = Text.trimmed(assumeRoleName);
    }

    public String getExternalId() {
        return externalId;
    }

    @DataBoundSetter
    public void setExternalId(String externalId) {
        this.externalId = Text.trimmed(externalId);
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsTargetAccount")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<AccountEntry> {
        @Override
        public String getDisplayName() {
            return Messages.account();
        }

        @POST
        public FormValidation doCheckAccountId(@QueryParameter String value) {
            return check("accountId", value);
        }

        @POST
        public FormValidation doCheckAccountName(@QueryParameter String value) {
            return check("accountName", value);
        }

        @POST
        public FormValidation doCheckAssumeRoleName(@QueryParameter String value) {
            return check("assumeRoleName", value);
        }

        @POST
        public FormValidation doCheckExternalId(@QueryParameter String value) {
            return check("externalId", value);
        }

        private static FormValidation check(String field, String value) {
            return Check.account(new Tree().put(field, Text.trimmed(value)), "/" + field);
        }
    }
}
