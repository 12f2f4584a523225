package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.util.FormValidation;
import io.jenkins.plugins.drs.engine.document.DocumentFields;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** An account that plans may work in by assuming a role there. */
public final class AccountEntry extends DocumentEntry<AccountEntry> {

    @DataBoundConstructor
    public AccountEntry(String accountId) {
        this(Map.of());
        set("accountId", Text.trimmed(accountId));
    }

    AccountEntry(Map<?, ?> document) {
        super(DocumentFields.ACCOUNT, document);
    }

    public String getAccountId() {
        return text("accountId");
    }

    public String getAccountName() {
        return text("accountName");
    }

    @DataBoundSetter
    public void setAccountName(String accountName) {
        set("accountName", Text.trimmed(accountName));
    }

    public String getAssumeRoleName() {
        return text("assumeRoleName");
    }

    @DataBoundSetter
    public void setAssumeRoleName(String assumeRoleName) {
        set("assumeRoleName", Text.trimmed(assumeRoleName));
    }

    public String getExternalId() {
        return text("externalId");
    }

    @DataBoundSetter
    public void setExternalId(String externalId) {
        set("externalId", Text.trimmed(externalId));
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsTargetAccount")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<AccountEntry> {
        public DescriptorImpl() {
            super("/targetAccounts/0");
        }

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
    }
}
