package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.sdk.RoleToAssume;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.Origin;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.event.RunOptions.HostFindings;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions.Known;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions.Stage;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.PlanSchedule;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a test is about: a plan, the simulated AWS that it meets, and how it is run. */
final class DrillScenario {
    static final Origin ORIGIN = new Origin("tester", "test", "1.0", true);

    final TestWorld world;
    final List<Fault> faults = new ArrayList<>();
    final Map<String, RoleToAssume> roles = new HashMap<>();
    private final List<TestWave> waves;
    private final List<TargetAccount> accounts = new ArrayList<>();
    private String planName = "Shop";
    private String executionId = "execution-1";
    private Mode mode = Mode.DRILL;
    private RunOptions options = RunOptions.DEFAULT;
    private Optional<Duration> rpo = Optional.empty();
    boolean credentials = true;
    Supplier<String> keys = () -> "AKIDEXAMPLE";
    UnaryOperator<EngineRuntime> runtime = UnaryOperator.identity();

    Optional<BinaryOperator<String>> answers = Optional.empty();

    private DrillScenario(List<TestWave> waves) {
        this.waves = waves;
        this.world = new TestWorld(waves);
    }

    /** A drill of these waves against an AWS that has everything they need. */
    static DrillScenario drillOf(TestWave... waves) {
        return new DrillScenario(List.of(waves));
    }

    DrillScenario inWorld(Consumer<TestWorld> change) {
        change.accept(world);
        return this;
    }

    DrillScenario failing(Fault... some) {
        faults.addAll(List.of(some));
        return this;
    }

    /** @param change what becomes of the answer to an operation of that name */
    DrillScenario answering(BinaryOperator<String> change) {
        answers = Optional.of(change);
        return this;
    }

    DrillScenario named(String plan, String execution) {
        planName = plan;
        executionId = execution;
        return this;
    }

    DrillScenario as(Mode other) {
        mode = other;
        return this;
    }

    DrillScenario keepingInstances() {
        options = new RunOptions(true, false, false, Duration.ofHours(2));
        return this;
    }

    DrillScenario waveByWave() {
        options = new RunOptions(false, true, false, Duration.ofHours(2));
        return this;
    }

    DrillScenario cleaningUpWithin(Duration limit) {
        options = new RunOptions(false, false, false, limit);
        return this;
    }

    DrillScenario replacingLeftovers() {
        options = options.replacingLeftovers(true);
        return this;
    }

    DrillScenario whereHostFound(HostFindings findings) {
        options = options.with(findings);
        return this;
    }

    DrillScenario withRpo(Duration objective) {
        rpo = Optional.of(objective);
        return this;
    }

    DrillScenario entering(String accountId, String role, String externalId) {
        accounts.add(new TargetAccount(accountId, "", role, Optional.of(externalId), Map.of()));
        roles.put(accountId, new RoleToAssume(accountId, role, Optional.of(externalId), "drill"));
        return this;
    }

    /** As a controller has it: the role stands in no plan that is journalled. */
    DrillScenario enteringHidden(String accountId, String role, String externalId) {
        entering(accountId, role, externalId);
        accounts.set(accounts.size() - 1, new TargetAccount(accountId, "", "not-shown", Optional.empty(), Map.of()));
        return this;
    }

    DrillScenario withoutCredentials() {
        credentials = false;
        return this;
    }

    /** Runs it by what {@code change} makes of the usual runtime. */
    DrillScenario runBy(UnaryOperator<EngineRuntime> change) {
        runtime = change;
        return this;
    }

    /** In an AWS that has these limits and refuses nothing for them, so that its record tells who passed them. */
    DrillScenario limitedTo(QuotaLimits limits) {
        UnaryOperator<EngineRuntime> before = runtime;
        world.all("\"quotas\": {\"enforced\": false}");
        return runBy(usual -> before.apply(new EngineRuntime(
                usual.connections(),
                usual.clock(),
                usual.executor(),
                new EngineSettings(
                        usual.settings().timing(),
                        usual.settings().retries(),
                        usual.settings().experience(),
                        limits))));
    }

    /** Lets the host know that another execution is running. */
    DrillScenario besides(String execution) {
        return runBy(usual -> new EngineRuntime(
                usual.connections(),
                usual.clock(),
                usual.executor(),
                usual.settings(),
                id -> id.equals(execution) ? new Known(Stage.RUNNING, "on this host") : Known.NOTHING,
                usual.shared()));
    }

    ExecutionStarted first() {
        RecoveryPlan plan = new RecoveryPlan(
                planName,
                "",
                Optional.of(Duration.ofHours(1)),
                rpo,
                PlanSchedule.NONE,
                waves.stream().map(TestWave::toWave).toList(),
                Map.of());
        DrConfiguration configuration = new DrConfiguration(
                ExportMetadata.NONE,
                accounts,
                waves.stream().map(TestWave::toGroup).toList(),
                List.of(plan),
                Map.of());
        return new ExecutionStarted(executionId, mode, planName, configuration, "0".repeat(64), options, ORIGIN);
    }

    /** Starts the simulator and the execution, but does not advance it. */
    Drill start() {
        return Drill.begin(this);
    }

    /** Starts it in the world of another drill, after that one. */
    Drill startAfter(Drill earlier) {
        return Drill.beginIn(earlier, this);
    }
}
