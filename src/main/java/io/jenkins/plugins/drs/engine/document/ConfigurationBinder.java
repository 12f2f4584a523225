package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import java.util.List;
import java.util.Optional;

/** Makes a configuration of a document's fields. Every element of a list keeps its index, also a faulty one. */
final class ConfigurationBinder {
    private final GroupBinder groups;
    private final PlanBinder plans;

    ConfigurationBinder(Findings findings, Pointers pointers) {
        groups = new GroupBinder(findings, pointers);
        plans = new PlanBinder(findings, pointers);
    }

    DrConfiguration bind(Fields document) {
        ExportMetadata metadata = metadata(document.object("exportMetadata"));
        List<TargetAccount> accounts = document.objects("targetAccounts", ConfigurationBinder::account);
        List<ProtectionGroup> protectionGroups = document.objects("protectionGroups", groups::bind);
        List<RecoveryPlan> recoveryPlans = document.objects("recoveryPlans", plans::bind);
        return new DrConfiguration(metadata, accounts, protectionGroups, recoveryPlans, document.unknown());
    }

    private static ExportMetadata metadata(Optional<Fields> written) {
        if (written.isEmpty()) {
            return ExportMetadata.NONE;
        }
        Fields fields = written.get();
        return new ExportMetadata(
                FormatVersion.completed(fields.optionalText("version")),
                fields.optionalText("exportDate"),
                fields.accountId("sourceAccount"),
                fields.optionalText("sourceRegion"),
                fields.optionalText("exportedBy"),
                fields.unknown());
    }

    private static TargetAccount account(Fields fields) {
        return new TargetAccount(
                fields.accountId("accountId").orElse(""),
                fields.text("accountName"),
                fields.text("assumeRoleName"),
                fields.optionalText("externalId"),
                fields.unknown());
    }
}
