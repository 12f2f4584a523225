package io.jenkins.plugins.drs.lab.torture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings.LaunchDisposition;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings.RightSizing;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WavePolicy;
import io.jenkins.plugins.drs.lab.torture.Scenario.Machine;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Draws waves with their groups, servers and actions, and puts into AWS what they need. */
final class PlanDraw {
    private static final List<FaultKind> FLAWS = List.of(
            FaultKind.FAIL_SNAPSHOT,
            FaultKind.FAIL_CONVERSION,
            FaultKind.FAIL_LAUNCH,
            FaultKind.HANG_JOB,
            FaultKind.FAIL_STATUS_CHECK,
            FaultKind.SSM_NEVER_ONLINE,
            FaultKind.USE_PREVIOUS_SNAPSHOT,
            FaultKind.REFUSE_TERMINATE);

    private final Dice dice;
    private final EnvironmentDraw world;
    private final Mood mood;
    private final List<Wave> waves = new ArrayList<>();
    private final List<ProtectionGroup> groups = new ArrayList<>();
    private final List<Machine> machines = new ArrayList<>();
    private boolean troubledActions;

    /** What kind of scenario it is to be. */
    record Mood(List<Target> targets, boolean flaws, boolean badActions, Duration launchLimit) {}

    PlanDraw(Dice dice, EnvironmentDraw world, Mood mood) {
        this.dice = dice;
        this.world = world;
        this.mood = mood;
    }

    void draw() {
        int count = 1 + dice.few(2);
        for (int number = 1; number <= count; number++) {
            wave("Wave-" + number, number);
        }
    }

    private void wave(String name, int number) {
        List<String> groupNames = new ArrayList<>();
        int groupCount = dice.chance(10) ? 2 : 1;
        Target first = dice.oneOf(mood.targets());
        for (int group = 1; group <= groupCount; group++) {
            Target target = group == 1 ? first : dice.oneOf(mood.targets());
            groupNames.add(group(name, number, group, target));
        }
        waves.add(new Wave(
                name,
                groupNames,
                dependencies(),
                policy(),
                actions(name, "PRE", first),
                actions(name, "POST", first),
                Map.of()));
    }

    private Optional<List<String>> dependencies() {
        if (waves.isEmpty() || dice.chance(45)) {
            return Optional.empty();
        }
        return Optional.of(waves.stream()
                .map(Wave::waveName)
                .filter(name -> dice.chance(40))
                .toList());
    }

    private WavePolicy policy() {
        ValidationPolicy validation =
                new ValidationPolicy(dice.chance(80), dice.chance(20), Duration.ofSeconds(dice.between(150, 400)));
        OnFailure reaction = dice.chance(35) ? OnFailure.CONTINUE : OnFailure.STOP;
        return WavePolicy.DEFAULT
                .withPauseBefore(dice.chance(12))
                .withMaxWaitTime(mood.launchLimit())
                .withOnFailure(reaction)
                .withValidation(validation);
    }

    private String group(String wave, int waveNumber, int number, Target target) {
        String name = wave + " group " + number;
        Map<String, String> tags = new TreeMap<>(Map.of("Group", wave + "-" + number));
        int size = dice.chance(6) ? dice.between(4, 9) : 1 + dice.few(2);
        for (int server = 1; server <= size; server++) {
            String hostname = "w" + waveNumber + "g" + number + "s" + server;
            Machine machine = new Machine(hostname, wave, target, flaw());
            machines.add(machine);
            world.server(machine, tags);
        }
        ServerSelection selection = new ServerSelection(tags, List.of());
        groups.add(new ProtectionGroup(name, "", target, selection, settings(), Map.of(), Map.of()));
        return name;
    }

    private Optional<FaultKind> flaw() {
        return mood.flaws() && dice.chance(25) ? Optional.of(dice.oneOf(FLAWS)) : Optional.empty();
    }

    private LaunchSettings settings() {
        if (!dice.chance(20)) {
            return LaunchSettings.NONE;
        }
        boolean stopped = dice.chance(15);
        return new LaunchSettings(
                dice.chance(60) ? Optional.of("m5.large") : Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                stopped ? Optional.of(LaunchDisposition.STOPPED) : Optional.empty(),
                Optional.empty(),
                Optional.of(dice.chance(50)),
                Optional.of(RightSizing.NONE),
                Optional.empty());
    }

    private List<AutomationAction> actions(String wave, String phase, Target target) {
        List<AutomationAction> actions = new ArrayList<>();
        int count = dice.chance(55) ? 0 : 1 + dice.few(1);
        for (int number = 0; number < count; number++) {
            String name = "Run-" + wave + "-" + phase + "-" + number;
            ObjectNode document = world.document(target, name);
            Map<String, List<String>> parameters = parameters(document);
            spoil(document);
            actions.add(new AutomationAction(
                    name,
                    new AutomationAction.Document(name, Optional.empty()),
                    parameters,
                    Duration.ofSeconds(dice.between(90, 240)),
                    dice.chance(40) ? OnFailure.CONTINUE : OnFailure.STOP,
                    Optional.empty(),
                    Map.of()));
        }
        return actions;
    }

    /** A runbook that was given a secret repeats it wherever it can. */
    private Map<String, List<String>> parameters(ObjectNode document) {
        Map<String, List<String>> parameters = new TreeMap<>(Map.of("Mode", List.of("fast", "quiet")));
        if (dice.chance(50)) {
            boolean managed = dice.chance(50);
            parameters.put(
                    "Token",
                    List.of(
                            managed
                                    ? "drill:{{resolve:secretsmanager:db-login:SecretString:password}}"
                                    : "{{resolve:ssm-secure:/app/key}}"));
            document.putObject("outputs")
                    .putArray("log")
                    .add("Logged in with " + PrintedSecret.PLAIN + " " + PrintedSecret.FORM + ".");
            document.put("failureMessage", "No login with '" + PrintedSecret.PLAIN + "' " + PrintedSecret.FORM);
        }
        return parameters;
    }

    private void spoil(ObjectNode document) {
        if (mood.badActions() && dice.chance(40)) {
            document.put("result", dice.oneOf(List.of("Failed", "TimedOut", "Hang")));
            troubledActions = true;
        }
    }

    List<Wave> waves() {
        return waves;
    }

    List<ProtectionGroup> groups() {
        return groups;
    }

    List<Machine> machines() {
        return machines;
    }

    boolean hasTroubledActions() {
        return troubledActions;
    }
}
