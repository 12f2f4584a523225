package io.jenkins.plugins.drs.lab.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.lab.bench.BenchPlan.Tier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The simulated AWS that a generated plan meets, with the simulator's own times. */
final class BenchEnvironment {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Nobody knows how long a runbook takes, so where its end falls between two looks must not be chosen. */
    private static final double RUNBOOK_SPREAD = 0.3;

    private final BenchSize size;
    private final int runbookSeed;
    private final Map<String, String> waveOfServer = new HashMap<>();
    private final ObjectNode root = MAPPER.createObjectNode();

    BenchEnvironment(BenchSize size) {
        this(size, 1, 1);
    }

    /**
     * @param seed another one gives other times to the same servers
     * @param runbookSeed another one gives other times to the same runbooks
     */
    BenchEnvironment(BenchSize size, int seed, int runbookSeed) {
        this.size = size;
        this.runbookSeed = runbookSeed;
        root.put("seed", seed);
        root.put("defaultAccount", BenchSize.OWN_ACCOUNT);
        Map<String, ObjectNode> accounts = new HashMap<>();
        List<Target> targets = size.targets();
        for (int place = 0; place < targets.size(); place++) {
            Target target = targets.get(place);
            ObjectNode account = accounts.computeIfAbsent(BenchSize.accountOf(target), this::account);
            furnish(account.withObject("regions").putObject(target.region()), place);
        }
    }

    private ObjectNode account(String id) {
        ObjectNode account = root.withArray("accounts").addObject();
        account.put("accountId", id);
        account.putArray("roles").addObject().put("roleName", BenchPlan.ROLE);
        return account;
    }

    private void furnish(ObjectNode region, int place) {
        ArrayNode servers = region.putArray("sourceServers");
        int count = size.serversIn(place);
        int number = 0;
        int sixths = 0;
        for (Tier tier : BenchPlan.TIERS) {
            sixths += tier.sixths();
            for (int upTo = (int) Math.ceil(count * sixths / 6.0); number < upTo; number++) {
                server(servers.addObject(), place, number, tier.name());
            }
            document(region, BenchPlan.documentName(tier, "before"), tier.secondsBefore());
            document(region, BenchPlan.documentName(tier, "after"), tier.secondsAfter());
        }
    }

    private void server(ObjectNode server, int place, int number, String wave) {
        String id = String.format("s-%017x", place * 100_000L + number);
        waveOfServer.put(id, wave);
        server.put("sourceServerID", id);
        server.put("hostname", wave.toLowerCase() + "-" + place + "-" + number);
        server.putObject("tags").put(BenchPlan.TAG, wave);
    }

    private void document(ObjectNode region, String name, int seconds) {
        double share =
                1 + RUNBOOK_SPREAD * (2 * new SplittableRandom(31L * runbookSeed + name.hashCode()).nextDouble() - 1);
        region.withArray("documents").addObject().put("name", name).put("durationSeconds", (int)
                Math.round(seconds * share));
    }

    int servers() {
        return size.servers();
    }

    String json() {
        return root.toString();
    }

    String waveOf(String sourceServerId) {
        return waveOfServer.get(sourceServerId);
    }
}
