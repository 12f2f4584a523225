package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays a configuration out as the document that describes it; {@link PlanLayout} does the plans. */
final class ConfigurationDocument {
    private ConfigurationDocument() {}

    static Document of(DrConfiguration configuration) {
        return new Document()
                .put("exportMetadata", metadata(configuration.metadata()))
                .put(
                        "targetAccounts",
                        configuration.targetAccounts().stream()
                                .map(ConfigurationDocument::account)
                                .toList())
                .put(
                        "protectionGroups",
                        configuration.protectionGroups().stream()
                                .map(ConfigurationDocument::group)
                                .toList())
                .put(
                        "recoveryPlans",
                        configuration.recoveryPlans().stream()
                                .map(PlanLayout::plan)
                                .toList())
                .putUnknown(configuration.unknown());
    }

    private static Document metadata(ExportMetadata metadata) {
        return new Document()
                .put("version", metadata.version())
                .putPresent("exportDate", metadata.exportDate())
                .putPresent("sourceAccount", metadata.sourceAccount())
                .putPresent("sourceRegion", metadata.sourceRegion())
                .putPresent("exportedBy", metadata.exportedBy())
                .putUnknown(metadata.unknown());
    }

    private static Document account(TargetAccount account) {
        return new Document()
                .put("accountId", account.accountId())
                .putFilled("accountName", account.accountName())
                .put("assumeRoleName", account.assumeRoleName())
                .putPresent("externalId", account.externalId())
                .putUnknown(account.unknown());
    }

    private static Document group(ProtectionGroup group) {
        Map<String, Object> unknown = group.unknown();
        return new Document()
                .put("groupName", group.groupName())
                .putFilled("description", group.description())
                .put("region", group.target().region())
                .putPresent("accountId", group.target().accountId())
                .putFilled("serverSelectionTags", group.selection().tags())
                .putFilled("sourceServerIds", group.selection().sourceServerIds())
                .putFilled("launchConfig", settings(group.launchSettings(), unknown))
                .putFilled("servers", servers(group))
                .putUnknown(unknown, "launchConfig", "servers");
    }

    private static List<Document> servers(ProtectionGroup group) {
        Map<String, Object> unknown = Unknown.inner(group.unknown(), "servers");
        Set<String> ids = new LinkedHashSet<>(group.serverOverrides().keySet());
        ids.addAll(unknown.keySet());
        List<Document> servers = new ArrayList<>();
        for (String id : ids) {
            Map<String, Object> unknownOfServer = Unknown.inner(unknown, id);
            LaunchSettings settings = group.serverOverrides().getOrDefault(id, LaunchSettings.NONE);
            servers.add(new Document()
                    .put("sourceServerId", id)
                    .putFilled("launchConfig", settings(settings, unknownOfServer))
                    .putUnknown(unknownOfServer, "launchConfig"));
        }
        return servers;
    }

    private static Document settings(LaunchSettings settings, Map<String, Object> unknownOfOwner) {
        return new Document()
                .putPresent("instanceType", settings.instanceType())
                .putPresent("subnetId", settings.subnetId())
                .putFilled("securityGroupIds", settings.securityGroupIds())
                .putPresent("staticPrivateIp", settings.staticPrivateIp())
                .putPresent("launchDisposition", word(settings.disposition()))
                .putPresent("copyPrivateIp", settings.copyPrivateIp())
                .putPresent("copyTags", settings.copyTags())
                .putPresent("rightSizing", word(settings.rightSizing()))
                .putPresent("osByol", settings.osByol())
                .putUnknown(Unknown.inner(unknownOfOwner, "launchConfig"));
    }

    private static Optional<String> word(Optional<? extends Enum<?>> choice) {
        return choice.map(Scalars::word);
    }
}
