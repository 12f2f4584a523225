package io.jenkins.plugins.drs.engine.document.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Lambda orchestrator's export, schema versions 1.0 and 1.1: groups, their servers, and waves by number. */
final class LambdaMigration {
    private final LambdaGroups groups;
    private final LambdaPlans plans;
    private final Accounts accounts;

    LambdaMigration(MigrationOptions options, Notes notes) {
        accounts = new Accounts(options, notes);
        GroupReferences references = new GroupReferences(options.groupNames(), notes);
        groups = new LambdaGroups(references, accounts, notes);
        plans = new LambdaPlans(references, groups, accounts, notes);
    }

    Map<String, Object> migrate(SourceObject document) {
        Optional<String> sourceAccount = document.text("sourceAccount");
        sourceAccount.ifPresent(accounts::own);
        ResultObject metadata = new ResultObject()
                .putAll(Migration.metadata(
                        "schemaVersion " + document.text("schemaVersion").orElse("1.1")))
                .put("exportDate", document.text("exportedAt", "exportTimestamp"))
                .put("sourceAccount", sourceAccount)
                .put("sourceRegion", document.text("sourceRegion"))
                .put("exportedBy", document.text("exportedBy"));
        List<Object> protectionGroups = new ArrayList<>();
        document.objects("protectionGroups").forEach(group -> protectionGroups.add(groups.group(group)));
        List<Object> recoveryPlans = new ArrayList<>();
        document.objects("recoveryPlans").forEach(plan -> recoveryPlans.add(plans.plan(plan)));
        protectionGroups.addAll(groups.derived());
        document.object("metadata").ifPresent(counts -> counts.ignore("protectionGroupCount", "recoveryPlanCount"));
        document.tellRest();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("exportMetadata", metadata.members());
        if (!accounts.all().isEmpty()) {
            result.put("targetAccounts", accounts.all());
        }
        result.put("protectionGroups", protectionGroups);
        result.put("recoveryPlans", recoveryPlans);
        return result;
    }
}
