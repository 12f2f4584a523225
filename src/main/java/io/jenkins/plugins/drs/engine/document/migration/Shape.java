package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a document looks like.
 *
 * @param document the object that it is; where it is several items, the first of them
 * @param items its items, for formats that are made of items; else empty
 */
record Shape(SourceFormat format, SourceObject document, List<SourceObject> items) {
    private static final Pattern OLD_VERSION = Pattern.compile("1(\\.\\d{1,4}){0,2}");
    private static final List<String> OLD_LISTS = List.of("ProtectionGroups", "RecoveryPlans", "TargetAccounts");
    private static final List<String> LISTS = List.of("protectionGroups", "recoveryPlans", "targetAccounts");

    static Shape of(Object tree, Notes notes) {
        if (tree instanceof Map<?, ?> map) {
            SourceObject document = new SourceObject(map, JsonPointer.ROOT, notes);
            Optional<SourceFormat> format = ofDocument(map);
            if (format.isPresent()) {
                return new Shape(format.get(), document, List.of());
            }
        }
        List<SourceObject> items = SourceItems.of(tree, notes);
        SourceFormat format = ofItems(items);
        SourceObject first = items.isEmpty() ? new SourceObject(Map.of(), JsonPointer.ROOT, notes) : items.get(0);
        return new Shape(format, first, format == SourceFormat.CURRENT ? List.of() : items);
    }

    private static Optional<SourceFormat> ofDocument(Map<?, ?> map) {
        boolean hasLists = LISTS.stream().anyMatch(map::containsKey);
        if (hasLists && !map.containsKey("exportMetadata") && isLambda(map)) {
            return Optional.of(SourceFormat.LAMBDA_ORCHESTRATOR);
        }
        if (OLD_LISTS.stream().anyMatch(map::containsKey) || hasLists && isOld(map)) {
            return Optional.of(SourceFormat.VERSION_1_0);
        }
        return hasLists ? Optional.of(SourceFormat.CURRENT) : Optional.empty();
    }

    private static boolean isLambda(Map<?, ?> map) {
        return map.containsKey("schemaVersion") || map.containsKey("exportedAt");
    }

    /** By its version, or by the capital letters of its items. */
    private static boolean isOld(Map<?, ?> map) {
        Object version = map.get("exportMetadata") instanceof Map<?, ?> metadata ? metadata.get("version") : null;
        if (version != null) {
            return OLD_VERSION.matcher(String.valueOf(version)).matches();
        }
        return has(map.get("protectionGroups"), "GroupName") || has(map.get("recoveryPlans"), "PlanName");
    }

    private static boolean has(Object list, String field) {
        return list instanceof List<?> items
                && items.stream().anyMatch(item -> item instanceof Map<?, ?> map && map.containsKey(field));
    }

    private static SourceFormat ofItems(List<SourceObject> items) {
        if (items.stream().anyMatch(item -> item.has("AppName") || item.has("Plans"))) {
            return SourceFormat.PLAN_AUTOMATION;
        }
        boolean old =
                items.stream().anyMatch(item -> item.has("GroupName") || item.has("PlanName") && item.has("Waves"));
        return old ? SourceFormat.VERSION_1_0 : SourceFormat.CURRENT;
    }
}
