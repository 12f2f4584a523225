package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.result.ActionResult;
import io.jenkins.plugins.drs.engine.result.CleanupResult;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Finding;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.InstanceResult;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.Preflight;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.result.Timing;
import io.jenkins.plugins.drs.engine.result.Verdict;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Results as pipeline code and programs read them: maps, lists, texts, whole numbers and truth values, so that no script
 * approval is needed and a build can keep them. What is not known is null.
 */
public final class ResultTree {
    private ResultTree() {}

    /** What a step returns that runs an execution. */
    public static Map<String, Object> of(DrillResult result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("status", result.status().name());
        tree.put("reason", orNull(result.verdict().reason()));
        tree.put("executionId", result.run().executionId());
        tree.put("plan", result.run().planName());
        tree.put("mode", result.run().mode().name());
        tree.put("simulated", result.run().starter().simulated());
        tree.put("answeredBy", orNull(result.run().starter().answeredBy()));
        measures(tree, result.verdict());
        tree.put("waves", list(result.waveResults(), wave -> wave(result, wave)));
        tree.put("checks", list(result.preflight().checks(), ResultTree::check));
        tree.put("cleanup", cleanup(result.cleanup()));
        tree.put("findings", list(result.verdict().findings(), ResultTree::finding));
        return tree;
    }

    private static void measures(Map<String, Object> tree, Verdict verdict) {
        tree.put("durationSeconds", seconds(verdict.timing()));
        objective(tree, "rto", verdict.rto());
        objective(tree, "rpo", verdict.rpo());
    }

    private static void objective(Map<String, Object> tree, String name, Objective objective) {
        tree.put(name + "Seconds", seconds(objective.reached()));
        tree.put(name + "ObjectiveSeconds", seconds(objective.objective()));
        tree.put(name + "Met", orNull(objective.met()));
    }

    /** Times and counts. */
    public static Map<String, Object> figures(DrillResult result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("started", text(result.verdict().timing().started()));
        tree.put("ended", text(result.verdict().timing().ended()));
        measures(tree, result.verdict());
        tree.put("servers", result.sourceServers().size());
        tree.put("serversValidated", Headline.count(result, ServerResult.Status.VALIDATED));
        tree.put("serversFailed", Headline.count(result, ServerResult.Status.FAILED));
        tree.put("instancesTerminated", result.cleanup().terminatedInstances());
        tree.put("leftBehind", result.cleanup().leftBehind().size());
        return tree;
    }

    /** Waves in plan order, with counts of their servers. */
    public static List<Object> waves(DrillResult result) {
        return list(result.waveResults(), wave -> {
            Map<String, Object> tree = figures(wave);
            tree.put("servers", wave.servers().total());
            return tree;
        });
    }

    /** Servers in plan order. */
    public static List<Object> servers(DrillResult result) {
        return list(result.sourceServers(), ResultTree::server);
    }

    /** A wave with its servers and actions. */
    public static Map<String, Object> wave(DrillResult result, WaveResult wave) {
        Map<String, Object> tree = figures(wave);
        tree.put("servers", list(result.serversOf(wave.waveName()), ResultTree::server));
        tree.put("preWaveActions", list(wave.actions().preWaveActions(), ResultTree::action));
        tree.put("postWaveActions", list(wave.actions().postWaveActions(), ResultTree::action));
        return tree;
    }

    private static Map<String, Object> figures(WaveResult wave) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", wave.waveName());
        tree.put("number", wave.position().number());
        tree.put("status", wave.status().name());
        tree.put("reason", orNull(wave.progress().reason()));
        tree.put("started", text(wave.progress().timing().started()));
        tree.put("durationSeconds", seconds(wave.progress().timing()));
        tree.put("rtoSeconds", seconds(wave.progress().rto().reached()));
        tree.put("serversValidated", wave.servers().validated());
        tree.put("serversFailed", wave.servers().failed());
        return tree;
    }

    private static Map<String, Object> server(ServerResult server) {
        Optional<InstanceResult> instance = server.recoveryInstance();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("sourceServerId", server.identity().sourceServerId());
        tree.put("hostname", server.identity().hostname());
        tree.put("wave", server.identity().wave());
        tree.put("protectionGroup", server.identity().protectionGroup());
        tree.put("region", server.identity().target().region());
        tree.put("status", server.status().name());
        tree.put("instanceId", orNull(instance.map(InstanceResult::instanceId)));
        tree.put("recoveryInstanceId", tree.get("instanceId"));
        tree.put("ec2InstanceId", orNull(instance.flatMap(it -> it.machine().ec2InstanceId())));
        tree.put("privateIp", orNull(instance.flatMap(it -> it.machine().privateIp())));
        tree.put("durationSeconds", seconds(server.launch().timing()));
        tree.put("rpoSeconds", seconds(server.rpo().flatMap(Objective::reached)));
        tree.put("reason", orNull(server.failure().map(ServerResult.Failure::reason)));
        return tree;
    }

    /** What ran one runbook. */
    public static Map<String, Object> action(ActionResult action) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", action.name());
        tree.put("document", action.runbook().documentName());
        tree.put("outcome", action.progress().outcome().name());
        tree.put("status", orNull(action.progress().status()));
        tree.put("message", orNull(action.progress().message()));
        tree.put("automationExecutionId", orNull(action.automationExecutionId()));
        tree.put("durationSeconds", seconds(action.timing()));
        Map<String, Object> outputs = new LinkedHashMap<>();
        action.outputs().forEach((name, values) -> outputs.put(name, new ArrayList<>(values)));
        tree.put("outputs", outputs);
        return tree;
    }

    private static Map<String, Object> check(Preflight.Check check) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", check.name());
        tree.put("subject", check.subject());
        tree.put("status", check.status().name());
        tree.put("message", check.message());
        tree.put("remedy", orNull(check.remedy()));
        return tree;
    }

    private static Map<String, Object> cleanup(CleanupResult cleanup) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("status", cleanup.status().name());
        tree.put("terminatedInstances", cleanup.terminatedInstances());
        tree.put("leftBehind", list(cleanup.leftBehind(), remnant -> {
            Map<String, Object> left = new LinkedHashMap<>();
            left.put("kind", remnant.kind().name());
            left.put("id", remnant.id());
            left.put("asked", remnant.asked());
            return left;
        }));
        return tree;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("area", finding.area().name());
        tree.put("message", finding.message());
        tree.put("remedy", finding.remedy());
        tree.put("subjects", new ArrayList<>(finding.subjects()));
        return tree;
    }

    private static <T> List<Object> list(List<T> values, Function<T, Map<String, Object>> toTree) {
        List<Object> trees = new ArrayList<>();
        values.forEach(value -> trees.add(toTree.apply(value)));
        return trees;
    }

    private static Integer seconds(Timing timing) {
        return seconds(timing.length());
    }

    /** Whole seconds; null when it is not known. */
    public static Integer seconds(Optional<Duration> duration) {
        return orNull(duration.map(length -> Math.toIntExact(length.toSeconds())));
    }

    private static String text(Optional<Instant> instant) {
        return orNull(instant.map(Instant::toString));
    }

    private static <T> T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
