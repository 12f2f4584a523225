package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.PlanSchedule;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WavePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the plan of a story: waves of servers, with actions around them. */
public final class PlanBuilder {
    private final String name;
    private final List<Wave> waves = new ArrayList<>();
    private final Map<String, List<String>> hosts = new LinkedHashMap<>();
    private Optional<Duration> rto = Optional.of(Duration.ofHours(1));
    private Optional<Duration> rpo = Optional.of(Duration.ofMinutes(15));

    private PlanBuilder(String name) {
        this.name = name;
    }

    public static PlanBuilder plan(String name) {
        return new PlanBuilder(name);
    }

    public PlanBuilder objectives(Duration recoveryTime, Duration recoveryPoint) {
        rto = Optional.ofNullable(recoveryTime);
        rpo = Optional.ofNullable(recoveryPoint);
        return this;
    }

    public PlanBuilder wave(String waveName, List<String> before, List<String> after, String... hostnames) {
        waves.add(new Wave(
                waveName,
                List.of(waveName + "-Servers"),
                Optional.empty(),
                WavePolicy.DEFAULT,
                before.stream().map(PlanBuilder::action).toList(),
                after.stream().map(PlanBuilder::action).toList(),
                Map.of()));
        hosts.put(waveName, List.of(hostnames));
        return this;
    }

    /** Says what a wave waits for; without names, that it waits for none. */
    public PlanBuilder dependsOn(String waveName, String... before) {
        waves.replaceAll(wave -> wave.waveName().equals(waveName)
                ? new Wave(
                        waveName,
                        wave.protectionGroupNames(),
                        Optional.of(List.of(before)),
                        wave.policy(),
                        wave.preWaveActions(),
                        wave.postWaveActions(),
                        Map.of())
                : wave);
        return this;
    }

    private static AutomationAction action(String name) {
        return new AutomationAction(
                name,
                new AutomationAction.Document("Run-" + name.replaceAll("[^A-Za-z]", ""), Optional.of("1")),
                Map.of(
                        "Services", List.of("app-service"),
                        "Token", List.of("{{resolve:secretsmanager:db-conn}}")),
                AutomationAction.DEFAULT_MAX_WAIT,
                OnFailure.STOP,
                Optional.empty(),
                Map.of());
    }

    String name() {
        return name;
    }

    List<String> hostsOf(String wave) {
        return hosts.get(wave);
    }

    List<Wave> waves() {
        return waves;
    }

    DrConfiguration configuration() {
        RecoveryPlan plan = new RecoveryPlan(name, "", rto, rpo, PlanSchedule.NONE, waves, Map.of());
        return new DrConfiguration(ExportMetadata.NONE, List.of(), List.of(), List.of(plan), Map.of());
    }
}
