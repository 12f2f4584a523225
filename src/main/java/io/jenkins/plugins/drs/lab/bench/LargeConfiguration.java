package io.jenkins.plugins.drs.lab.bench;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.PlanSchedule;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A valid configuration of any size; each plan has ten waves of a group each, with an action before. */
final class LargeConfiguration {
    private static final int WAVES = 10;

    private LargeConfiguration() {}

    static DrConfiguration of(int groups, int plans) {
        return new DrConfiguration(
                ExportMetadata.NONE,
                List.of(),
                IntStream.range(0, groups).mapToObj(LargeConfiguration::group).toList(),
                IntStream.range(0, plans).mapToObj(plan -> plan(plan, groups)).toList(),
                Map.of());
    }

    private static ProtectionGroup group(int number) {
        return new ProtectionGroup(
                name(number),
                "Servers of tier " + number,
                Target.own("us-east-1"),
                new ServerSelection(
                        Map.of("Application", "app-" + number / WAVES, "Tier", "tier-" + number), List.of()),
                LaunchSettings.NONE,
                Map.of(),
                Map.of());
    }

    private static String name(int group) {
        return "Group-" + group;
    }

    private static RecoveryPlan plan(int number, int groups) {
        return new RecoveryPlan(
                "Plan-" + number,
                "Application " + number,
                Optional.of(Duration.ofHours(1)),
                Optional.of(Duration.ofMinutes(15)),
                PlanSchedule.drills("H 3 * * 6"),
                IntStream.range(0, WAVES)
                        .mapToObj(wave -> wave(wave, name((number * WAVES + wave) % groups)))
                        .toList(),
                Map.of());
    }

    private static Wave wave(int number, String group) {
        AutomationAction action = new AutomationAction(
                "Before " + number,
                new AutomationAction.Document("StopApplicationServices", Optional.of("1")),
                Map.of("Services", List.of("one", "two"), "Token", List.of("{{resolve:ssm:/token}}")),
                Duration.ofMinutes(5),
                OnFailure.STOP,
                Optional.empty(),
                Map.of());
        return Wave.of("Wave-" + number, List.of(group)).withActions(List.of(action), List.of());
    }
}
