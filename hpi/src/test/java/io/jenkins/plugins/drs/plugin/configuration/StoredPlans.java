package io.jenkins.plugins.drs.plugin.configuration;

import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Puts documents into the store. */
public final class StoredPlans {
    public static final String GROUPS = """
            protectionGroups:
              - {groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}, owner: me}
              - {groupName: Db, region: us-east-1, serverSelectionTags: {Tier: db}}
            """;

    private StoredPlans() {}

    /** A plan with a single wave; without schedule when that is empty. */
    public static String plan(String name, String schedule) {
        String when = schedule.isEmpty() ? "" : "schedule: '" + schedule + "', ";
        return "  - {planName: '" + name.replace("'", "''") + "', " + when
                + "waves: [{waveName: Only, protectionGroupName: Web}]}\n";
    }

    /** Stores the groups with these plans. */
    public static void store(String... plans) throws Exception {
        storeDocument(GROUPS + (plans.length == 0 ? "" : "recoveryPlans:\n" + String.join("", plans)));
    }

    public static void storeDocument(String document) throws Exception {
        PlanStore store = PlanStore.get();
        store.replace(
                store.current().revision(),
                read(document),
                new Change("test", Instant.now(), Change.Kind.EDIT, ""));
    }

    public static DrConfiguration read(String document) {
        return DocumentReader.read(document.getBytes(StandardCharsets.UTF_8), "test.yaml")
                .configuration()
                .orElseThrow();
    }
}
