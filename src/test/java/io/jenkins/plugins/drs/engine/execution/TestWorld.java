package io.jenkins.plugins.drs.engine.execution;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The simulated AWS of a scenario: what its waves need, and what a test puts over it. */
final class TestWorld {
    static final String ACCOUNT = "123456789012";
    static final String REGION = "us-east-1";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode root = MAPPER.createObjectNode();
    private final Map<Target, ObjectNode> regions = new HashMap<>();
    private final Map<String, ObjectNode> accounts = new HashMap<>();
    private final Map<String, ObjectNode> servers = new HashMap<>();
    private final Map<String, ObjectNode> documents = new HashMap<>();

    TestWorld(List<TestWave> waves) {
        root.put("defaultAccount", ACCOUNT);
        root.putObject("timing").put("jitter", 0);
        waves.forEach(this::furnish);
    }

    private void furnish(TestWave wave) {
        region(wave.target());
        wave.hostnames.forEach(hostname -> addServer(wave.target(), hostname, wave.name));
        wave.actions().forEach(action -> addDocument(wave.target(), action));
    }

    private void addServer(Target target, String hostname, String wave) {
        ObjectNode server = region(target).withArray("sourceServers").addObject();
        server.put("sourceServerID", id(hostname)).put("hostname", hostname);
        server.putObject("tags").put(TestWave.TAG, wave);
        servers.put(hostname, server);
    }

    private void addDocument(Target target, TestAction action) {
        if (documents.containsKey(action.document)) {
            return;
        }
        ObjectNode document = region(target).withArray("documents").addObject().put("name", action.document);
        ArrayNode parameters = document.putArray("parameters");
        action.parameterNames()
                .forEach(name -> parameters.addObject().put("name", name).put("type", "StringList"));
        documents.put(action.document, document);
    }

    /** The id of the source server with that host name. */
    static String id(String hostname) {
        String letters = hostname.replaceAll("[^A-Za-z0-9]", "").toLowerCase();
        return "s-" + "0".repeat(17 - letters.length()) + letters;
    }

    /** Adds a source server that is in no wave of the scenario; other scenarios in the same world may have it. */
    TestWorld alsoServer(String hostname, String wave) {
        addServer(Target.own(REGION), hostname, wave);
        return this;
    }

    /** Sets fields of a source server; {@code json} is an object without its braces. */
    TestWorld server(String hostname, String json) {
        put(servers.get(hostname), json);
        return this;
    }

    /** Sets fields of a runbook. */
    TestWorld document(String name, String json) {
        put(documents.get(name), json);
        return this;
    }

    /** Sets fields of a Region. */
    TestWorld region(Target target, String json) {
        put(region(target), json);
        return this;
    }

    /** Sets fields of the Region in which waves are that say nothing else. */
    TestWorld region(String json) {
        return region(Target.own(REGION), json);
    }

    /** Sets fields of an account. */
    TestWorld account(String accountId, String json) {
        put(account(accountId), json);
        return this;
    }

    /** Sets fields of the whole environment. */
    TestWorld all(String json) {
        put(root, json);
        return this;
    }

    private ObjectNode region(Target target) {
        Target place = new Target(Optional.of(target.accountId().orElse(ACCOUNT)), target.region());
        return regions.computeIfAbsent(place, where -> account(where.accountId().orElse(ACCOUNT))
                .withObject("/regions")
                .putObject(where.region()));
    }

    private ObjectNode account(String accountId) {
        return accounts.computeIfAbsent(
                accountId, id -> root.withArray("accounts").addObject().put("accountId", id));
    }

    private static void put(ObjectNode node, String json) {
        try {
            node.setAll((ObjectNode) MAPPER.readTree("{" + json + "}"));
        } catch (IOException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    String json() {
        return root.toString();
    }
}
