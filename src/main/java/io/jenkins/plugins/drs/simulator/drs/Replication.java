package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a Region is set up for replication: whether it is at all, and its templates of replication settings. */
final class Replication {
    private static final String ID = "replicationConfigurationTemplateID";

    private final Map<String, ObjectNode> templates = new LinkedHashMap<>();
    private boolean initialized;
    private int created;

    private Replication(boolean initialized) {
        this.initialized = initialized;
    }

    static Replication of(Region region) {
        return region.part(
                Replication.class, made -> new Replication(made.spec().initialized()));
    }

    boolean isInitialized() {
        return initialized;
    }

    /** InitializeService: may be called again. */
    static ObjectNode initialize(Call call) {
        of(call.region()).initialized = true;
        return Json.object();
    }

    static ObjectNode create(Call call) {
        Tags.check(call.textMap("tags"));
        Replication replication = of(call.region());
        String id = String.format("rct-%017x", ++replication.created);
        ObjectNode template = call.input().deepCopy();
        template.put(ID, id);
        template.put("arn", call.region().arn("drs", "replication-configuration-template/" + id));
        replication.templates.put(id, template);
        return template;
    }

    static ObjectNode describe(Call call) {
        Map<String, ObjectNode> templates = of(call.region()).templates;
        List<String> wanted = call.texts("replicationConfigurationTemplateIDs");
        wanted.stream().filter(id -> !templates.containsKey(id)).findFirst().ifPresent(id -> {
            throw unknown(id);
        });
        List<ObjectNode> found = templates.values().stream()
                .filter(template ->
                        wanted.isEmpty() || wanted.contains(template.path(ID).asText()))
                .toList();
        return DrsPages.answer(call, found, template -> template.path(ID).asText(), template -> template);
    }

    static ObjectNode delete(Call call) {
        String id = call.text(ID).orElseThrow();
        if (of(call.region()).templates.remove(id) == null) {
            throw unknown(id);
        }
        return Json.object();
    }

    private static RuntimeException unknown(String id) {
        return DrsErrors.notFound("ReplicationConfigurationTemplate", id);
    }
}
