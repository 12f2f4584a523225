package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, Object> kept = new LinkedHashMap<>();
        document.keep("$schema", kept);
        kept.putAll(document.unknown());
        return new DrConfiguration(metadata, accounts, protectionGroups, recoveryPlans, kept);
    }

    private static ExportMetadata metadata(Optional<Fields> written) {
        if (written.isEmpty()) {
            return ExportMetadata.NONE;
        }
        Fields fields = written.get();
        String version = FormatVersion.completed(fields.optionalText("version"));
        Optional<String> exportDate = fields.optionalText("exportDate");
        Optional<String> sourceAccount = fields.accountId("sourceAccount");
        Optional<String> sourceRegion = fields.optionalText("sourceRegion");
        Optional<String> exportedBy = fields.optionalText("exportedBy");
        Map<String, Object> kept = new LinkedHashMap<>();
        fields.keep("migrated", kept);
        fields.keep("originalVersion", kept);
        kept.putAll(fields.unknown());
        return new ExportMetadata(version, exportDate, sourceAccount, sourceRegion, exportedBy, kept);
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
