package io.jenkins.plugins.drs.lab.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.lab.torture.Scenario.Machine;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Draws the simulated AWS while the plan is drawn that needs it. Everything there is quick, so that runs are short. */
final class EnvironmentDraw {
    static final String OWN_ACCOUNT = "123456789012";
    static final String OTHER_ACCOUNT = "210987654321";
    static final String ROLE = "DrillRole";

    private final Dice dice;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Map<String, ObjectNode> accounts = new TreeMap<>();
    private final Map<String, ObjectNode> regions = new TreeMap<>();

    EnvironmentDraw(Dice dice, long seed) {
        this.dice = dice;
        root.put("seed", seed).put("defaultAccount", OWN_ACCOUNT);
        ObjectNode timing = root.putObject("timing");
        timing.put("jobPending", 2).put("cleanup", 2).put("snapshot", 6).put("conversion", 20);
        timing.put("launch", 8).put("ec2StatusOk", 12).put("ssmOnline", 9).put("terminate", 10);
        timing.put("snapshotHistoryHours", 1);
        account(OWN_ACCOUNT);
    }

    private ObjectNode account(String id) {
        return accounts.computeIfAbsent(
                id, absent -> root.withArray("accounts").addObject().put("accountId", id));
    }

    ObjectNode region(Target target) {
        return regions.computeIfAbsent(target.key(), key -> {
            String account = target.accountId().orElse(OWN_ACCOUNT);
            if (account.equals(OTHER_ACCOUNT)) {
                account(account).withArray("roles").addObject().put("roleName", ROLE);
            }
            return account(account).withObject("/regions").withObject("/" + target.region());
        });
    }

    void limits(QuotaLimits limits, boolean enforced) {
        root.putObject("quotas")
                .put("serversPerJob", limits.serversPerJob())
                .put("concurrentJobs", limits.concurrentJobs())
                .put("serversInAllJobs", limits.serversInAllJobs())
                .put("pageSize", dice.oneOf(List.of(4, 200, 200, 200)))
                .put("enforced", enforced);
    }

    /** Adds a server; its tags are what protection groups select by. */
    ObjectNode server(Machine machine, Map<String, String> tags) {
        ObjectNode server = region(machine.target()).withArray("sourceServers").addObject();
        server.put("sourceServerID", machine.id()).put("hostname", machine.hostname());
        ObjectNode json = server.putObject("tags");
        tags.forEach(json::put);
        machine.flaw().ifPresent(kind -> flaw(machine, kind));
        return server;
    }

    private void flaw(Machine machine, FaultKind kind) {
        ObjectNode fault = root.withArray("faults").addObject().put("kind", kind.name());
        fault.putObject("match").putArray("servers").add(machine.id());
    }

    /** Servers that no plan knows, with instances that must stay: of real recoveries and of other people's drills. */
    void strangers(Target target) {
        int count = dice.between(1, 2);
        for (int number = 0; number < count; number++) {
            ObjectNode server = region(target).withArray("sourceServers").addObject();
            server.put("hostname", "stranger-" + number);
            server.putObject("existingRecoveryInstance").put("isDrill", dice.chance(50));
        }
    }

    /** The server runs in production: it has an instance of a real recovery, which a drill would delete. */
    void inProduction(Machine machine) {
        for (JsonNode server : region(machine.target()).withArray("sourceServers")) {
            if (server.path("sourceServerID").asText().equals(machine.id())) {
                ((ObjectNode) server).putObject("existingRecoveryInstance").put("isDrill", false);
            }
        }
    }

    /** A job of somebody else. */
    void foreignJob(Target target, int servers, List<String> named) {
        ObjectNode job = region(target).withArray("foreignJobs").addObject();
        job.put("servers", servers);
        job.put("startSeconds", dice.between(20, 200)).put("durationSeconds", dice.between(60, 300));
        ArrayNode ids = job.putArray("sourceServers");
        named.forEach(ids::add);
    }

    /** Adds a runbook with a parameter for a secret. */
    ObjectNode document(Target target, String name) {
        ObjectNode document = region(target).withArray("documents").addObject();
        document.put("name", name).put("durationSeconds", dice.between(2, 18));
        document.putArray("parameters")
                .add(JsonNodeFactory.instance.objectNode().put("name", "Mode").put("type", "StringList"))
                .add(JsonNodeFactory.instance
                        .objectNode()
                        .put("name", "Token")
                        .put("type", "String")
                        .put("default", "none"));
        return document;
    }

    /**
     * Puts the secrets where references find them.
     *
     * @param values managed and stored, and what they are rotated to
     * @param rotation seconds after which they are; empty when they stay
     */
    void secrets(Target target, List<String> values, OptionalInt rotation) {
        secrets(target, values.get(0), values.get(1), 0);
        rotation.ifPresent(seconds -> secrets(target, values.get(2), values.get(3), seconds));
    }

    private void secrets(Target target, String managed, String stored, int afterSeconds) {
        String json = JsonNodeFactory.instance
                .objectNode()
                .put("user", "drill")
                .put("password", managed)
                .toString();
        region(target)
                .withArray("secrets")
                .addObject()
                .put("name", "db-login")
                .put("secretString", json)
                .put("afterSeconds", afterSeconds);
        region(target)
                .withArray("parameters")
                .addObject()
                .put("name", "/app/key")
                .put("type", "SecureString")
                .put("value", stored)
                .put("version", afterSeconds == 0 ? 1 : 2)
                .put("afterSeconds", afterSeconds);
    }

    String json() {
        return root.toString();
    }
}
