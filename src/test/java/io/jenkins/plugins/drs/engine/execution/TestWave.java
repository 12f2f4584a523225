package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WavePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A wave of a scenario with its one protection group, which selects its servers by a tag with the wave's name. */
final class TestWave {
    static final String TAG = "Wave";

    final String name;
    final List<String> hostnames = new ArrayList<>();
    final List<TestAction> before = new ArrayList<>();
    final List<TestAction> after = new ArrayList<>();
    private Target target = Target.own(TestWorld.REGION);
    private Optional<List<String>> dependsOn = Optional.empty();
    private LaunchSettings settings = LaunchSettings.NONE;
    private ServerSelection selection;
    private WavePolicy policy = WavePolicy.DEFAULT.withMaxWaitTime(Duration.ofMinutes(30));

    private TestWave(String name) {
        this.name = name;
        this.selection = new ServerSelection(Map.of(TAG, name), List.of());
    }

    static TestWave wave(String name, String... hostnames) {
        TestWave wave = new TestWave(name);
        wave.hostnames.addAll(List.of(hostnames));
        return wave;
    }

    /** A wave of so many servers alike. */
    static TestWave wave(String name, int servers) {
        return wave(
                name,
                IntStream.rangeClosed(1, servers)
                        .mapToObj(n -> name.toLowerCase() + "-" + n)
                        .toArray(String[]::new));
    }

    TestWave before(TestAction... actions) {
        before.addAll(List.of(actions));
        return this;
    }

    TestWave after(TestAction... actions) {
        after.addAll(List.of(actions));
        return this;
    }

    TestWave in(Target where) {
        target = where;
        return this;
    }

    TestWave dependingOn(String... waves) {
        dependsOn = Optional.of(List.of(waves));
        return this;
    }

    TestWave launchedWith(LaunchSettings wanted) {
        settings = wanted;
        return this;
    }

    TestWave selecting(ServerSelection other) {
        selection = other;
        return this;
    }

    TestWave under(UnaryOperator<WavePolicy> change) {
        policy = change.apply(policy);
        return this;
    }

    TestWave pausedBefore() {
        return under(policy -> policy.withPauseBefore(true));
    }

    TestWave within(Duration limit) {
        return under(policy -> policy.withMaxWaitTime(limit));
    }

    TestWave orElseContinue() {
        return under(policy -> policy.withOnFailure(OnFailure.CONTINUE));
    }

    TestWave validated(ValidationPolicy validation) {
        return under(policy -> policy.withValidation(validation));
    }

    Target target() {
        return target;
    }

    Stream<TestAction> actions() {
        return Stream.concat(before.stream(), after.stream());
    }

    ProtectionGroup toGroup() {
        return new ProtectionGroup(name + " servers", "", target, selection, settings, Map.of(), Map.of());
    }

    Wave toWave() {
        return new Wave(
                name,
                List.of(name + " servers"),
                dependsOn,
                policy,
                before.stream().map(TestAction::toAction).toList(),
                after.stream().map(TestAction::toAction).toList(),
                Map.of());
    }
}
