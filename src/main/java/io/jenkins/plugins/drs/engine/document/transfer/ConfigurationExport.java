package io.jenkins.plugins.drs.engine.document.transfer;

import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * Exports configurations as documents of version 2.1.0.
 *
 * <p>Two configurations that mean the same give the same bytes, but for {@code exportMetadata}: whatever has no order of
 * its own is sorted.
 */
public final class ConfigurationExport {
    private ConfigurationExport() {}

    /**
     * The document, in UTF-8.
     *
     * @throws NoSuchElementException if a plan of the request does not exist
     */
    public static byte[] write(DrConfiguration configuration, ExportRequest request) {
        DrConfiguration selected =
                request.plans().isEmpty() ? configuration : PlanDocument.extract(configuration, request.plans());
        DrConfiguration sorted = CanonicalOrder.of(selected);
        DrConfiguration described = new DrConfiguration(
                request.metadata(),
                sorted.targetAccounts(),
                sorted.protectionGroups(),
                sorted.recoveryPlans(),
                sorted.unknown());
        return DocumentWriter.write(described, request.format());
    }

    /** Sorts what has no order of its own: accounts, groups and plans by name, and sets and maps within them. */
    static final class CanonicalOrder {
        private CanonicalOrder() {}

        static DrConfiguration of(DrConfiguration configuration) {
            Map<String, Object> document = map(DocumentWriter.tree(configuration));
            items(document, "targetAccounts", "accountId");
            for (Map<String, Object> group : items(document, "protectionGroups", "groupName")) {
                set(group, "sourceServerIds");
                set(launch(group), "securityGroupIds");
                items(group, "servers", "sourceServerId").forEach(server -> set(launch(server), "securityGroupIds"));
            }
            for (Map<String, Object> plan : items(document, "recoveryPlans", "planName")) {
                objects(plan.get("waves")).forEach(wave -> set(wave, "dependsOn"));
            }
            return DocumentReader.readUnvalidated(document).configuration().orElseThrow();
        }

        /** The objects of a list, which is sorted from now on. */
        private static List<Map<String, Object>> items(Map<String, Object> object, String list, String name) {
            Comparator<Map<String, Object>> byKey =
                    Comparator.comparing(item -> item.get(name).toString().toLowerCase(Locale.ROOT));
            List<Map<String, Object>> items = objects(object.get(list));
            items.sort(byKey.thenComparing(item -> item.get(name).toString()));
            object.computeIfPresent(list, (any, unsorted) -> items);
            return items;
        }

        @SuppressWarnings("unchecked") // what DocumentWriter makes
        private static List<Map<String, Object>> objects(Object list) {
            return list == null ? new ArrayList<>() : new ArrayList<>((List<Map<String, Object>>) list);
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> launch(Map<String, Object> object) {
            return (Map<String, Object>) object.getOrDefault("launchConfig", new TreeMap<>());
        }

        private static void set(Map<String, Object> object, String name) {
            object.computeIfPresent(
                    name, (any, set) -> ((List<?>) set).stream().sorted().toList());
        }

        private static Map<String, Object> map(Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((name, value) -> sorted.put(String.valueOf(name), deep(value)));
            return sorted;
        }

        /** Maps within unknown fields, too. */
        private static Object deep(Object value) {
            if (value instanceof Map<?, ?> map) {
                return map(map);
            }
            return value instanceof List<?> list
                    ? list.stream().map(CanonicalOrder::deep).toList()
                    : value;
        }
    }
}
