package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.aws.IdentityGateway.CallerIdentity;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource.AccessKeys;
import io.jenkins.plugins.drs.engine.aws.sdk.RoleToAssume;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionResumed;
import io.jenkins.plugins.drs.engine.event.Origin;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.plan.Endpoint.Kind;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.CallEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An execution works in the environment it began in, or not at all. */
class WrongPlaceTest {
    private static final String FIRST_KEY = "AKIDEXAMPLE";
    private static final String OTHER_ACCOUNT = "210987654321";
    private static final String OTHER_KEY = "AKIDOTHER";

    @Test
    void shouldJournalWhatAnswersInEachTarget() {
        try (Drill drill = scenario().start().run()) {
            TargetIdentified identified = drill.events(TargetIdentified.class).get(0);

            assertThat(identified.endpoint()).hasValueSatisfying(endpoint -> {
                assertThat(endpoint.kind()).isEqualTo(Kind.SIMULATOR);
                assertThat(endpoint.simulatorId()).contains(drill.simulator().worldId());
            });
            assertThat(identified.partition()).isEqualTo("aws");
        }
    }

    @Test
    void shouldNotGoOnInAnotherSimulator() throws Exception {
        try (Drill drill = interrupted(LaunchAccepted.class::isInstance);
                Simulator other =
                        Simulator.start(SimulatorOptions.of(scenario().world.json()))) {
            assertRefused(drill, other, FIRST_KEY, drill.simulator().worldId(), other.worldId());
            assertThat(other.record().launches()).isEmpty();
        }
    }

    @Test
    void shouldNotGoOnInAnotherAccount() throws Exception {
        try (Drill drill = interrupted(Seen.wave("Web", WaveStatus.VALIDATING))) {
            assertRefused(drill, drill.simulator(), OTHER_KEY, TestWorld.ACCOUNT, OTHER_ACCOUNT);
            assertThat(drill.record().drillInstances()).hasSize(2);
        }
    }

    /** The ARN of a caller has the name of the role that was assumed, which not everybody may read. */
    @Test
    void shouldHideARoleInTheCallersArn() throws Exception {
        String role = "user/simulated";
        try (Drill drill = scenario().start()) {
            drill.execution().hide(List.of(role));
            drill.runUntil(LaunchAccepted.class::isInstance).execution().close();

            TargetIdentified identified = drill.events(TargetIdentified.class).get(0);
            assertThat(identified.arn()).doesNotContain(role);
            assertThat(identified.partition()).isEqualTo("aws");
            try (SdkConnections connections = connections(drill.simulator(), () -> OTHER_KEY);
                    Execution execution = resume(drill, connections, new ArrayList<>())) {
                execution.hide(List.of(role));
                assertThatThrownBy(execution::advance)
                        .isInstanceOf(WrongEnvironmentException.class)
                        .hasMessageContaining(OTHER_ACCOUNT)
                        .hasMessageNotContaining(role);
            }
        }
    }

    @Test
    void shouldLaunchNothingElsewhereWhenItDiedInTheMiddleOfALaunch() throws Exception {
        try (Drill drill = interrupted(LaunchIntended.class::isInstance);
                Simulator other =
                        Simulator.start(SimulatorOptions.of(scenario().world.json()))) {
            assertRefused(drill, other, FIRST_KEY, drill.simulator().worldId(), other.worldId());
            assertThat(other.record().launches()).isEmpty();
        }
    }

    @Test
    void shouldCompareWhatAJournalOfAnEarlierVersionTells() throws Exception {
        try (Drill drill = interrupted(LaunchAccepted.class::isInstance)) {
            asOfAnEarlierVersion(drill.journalFile());

            assertThat(resumed(drill, drill.simulator(), FIRST_KEY)).hasAtLeastOneElementOfType(ExecutionResumed.class);
        }
    }

    @Test
    void shouldGoOnWhereItBeganAfterAnAttemptElsewhere() throws Exception {
        try (Drill drill = interrupted(LaunchAccepted.class::isInstance)) {
            assertRefused(drill, drill.simulator(), OTHER_KEY, TestWorld.ACCOUNT, OTHER_ACCOUNT);

            List<ExecutionEvent> events = resumed(drill, drill.simulator(), FIRST_KEY);

            assertThat(events).hasAtLeastOneElementOfType(ExecutionResumed.class);
            assertThat(events.subList(
                            events.indexOf(events.stream()
                                    .filter(ExecutionResumed.class::isInstance)
                                    .findFirst()
                                    .orElseThrow()),
                            events.size()))
                    .hasAtLeastOneElementOfType(TargetIdentified.class);
        }
    }

    @Test
    void shouldWaitWithoutAWordInTheJournalForAnAwsThatDoesNotAnswer() throws Exception {
        try (Drill drill = interrupted(LaunchAccepted.class::isInstance)) {
            drill.simulator()
                    .faults()
                    .add(Fault.of(FaultKind.ERROR)
                            .on("sts", "GetCallerIdentity")
                            .times(1));
            String before = drill.journalText();
            try (SdkConnections connections = connections(drill.simulator(), () -> FIRST_KEY);
                    Execution execution = resume(drill, connections, new ArrayList<>())) {
                Optional<Instant> again = execution.advance();

                assertThat(again).isPresent();
                assertThat(execution.obstacle()).get().asString().contains("sts:GetCallerIdentity", "not known yet");
                assertThat(drill.journalText()).isEqualTo(before);

                drill.simulator().clock().advanceTo(again.get());
                execution.advance();

                assertThat(execution.obstacle()).isEmpty();
                assertThat(drill.journalText()).contains("ExecutionResumed");
            }
        }
    }

    @Test
    void shouldMakeNoCallWithCredentialsThatTurnedIntoThoseOfAnotherAccount() throws Exception {
        AtomicReference<String> key = new AtomicReference<>(FIRST_KEY);
        DrillScenario scenario = scenario();
        scenario.keys = key::get;
        try (Drill drill = scenario.start().runUntil(Seen.wave("Web", WaveStatus.VALIDATING))) {
            key.set(OTHER_KEY);
            drill.simulator()
                    .faults()
                    .add(Fault.of(FaultKind.EXPIRED_CREDENTIALS).times(1));
            drill.runUntil(event -> event instanceof EffectFailed failed
                    && failed.kind() == FailureKind.WRONG_PLACE
                    && failed.message().contains(TestWorld.ACCOUNT)
                    && failed.message().contains(OTHER_ACCOUNT));
            key.set(FIRST_KEY);
            drill.run();

            assertThat(drill.record().calls())
                    .filteredOn(call -> OTHER_ACCOUNT.equals(call.account()))
                    .allMatch(call -> call.operation().equals("GetCallerIdentity"));
            assertThat(drill.record().drillInstances()).isEmpty();
            assertThat(drill.state().status()).hasToString("COMPLETED");
        }
    }

    @Test
    void shouldMakeNoCallInASimulatorThatTookThePlaceOfItsOwn() throws Exception {
        try (Drill drill = scenario().start().runUntil(Seen.wave("Web", WaveStatus.LAUNCHING))) {
            int port = drill.simulator().endpoint().getPort();
            drill.simulator().close();
            try (Simulator other =
                    Simulator.start(SimulatorOptions.of(scenario().world.json())
                            .withClock(drill.simulator().clock())
                            .withPort(port))) {
                drill.runUntil(event -> event instanceof EffectFailed failed
                        && failed.kind() == FailureKind.WRONG_PLACE
                        && failed.message().contains(drill.simulator().worldId())
                        && failed.message().contains(other.worldId()));
                drill.run();

                assertThat(other.record().calls()).isEmpty();
                assertThat(drill.state().status()).hasToString("FAILED");
                assertThat(drill.record().jobStarts()).singleElement().satisfies(job -> assertThat(
                                drill.events(LeftBehind.class))
                        .extracting(LeftBehind::id)
                        .contains(job.jobId()));
            }
        }
    }

    /** Two simulators, each with one of the Regions. */
    @ParameterizedTest
    @EnumSource(names = {"DRILL", "CLEANUP"})
    void shouldNotWorkWhereTwoThingsAnswer(Mode mode) {
        Target west = Target.own("us-west-2");
        Endpoint second = new Endpoint(Kind.SIMULATOR, "http://127.0.0.1:9", Optional.of("second-world"));
        try (Drill drill = drillOf(
                        wave("East", "a-1"), wave("West", "b-1").dependingOn().in(west))
                .as(mode)
                .runBy(ChangedAnswers.of("whoAmI", (target, answer) -> {
                    CallerIdentity real = (CallerIdentity) answer;
                    return target.equals(west) ? new CallerIdentity(real.accountId(), real.arn(), second) : real;
                }))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblem("us-", "second-world")
                    .changedNothing();
        }
    }

    /** The role is another, the account is the same. */
    @Test
    void shouldGoOnWithAnotherRoleOfTheSameAccount() throws Exception {
        try (Drill drill = intoTheOtherAccount()) {
            List<ExecutionEvent> events = resumedThrough(drill, "NewRole");

            assertThat(events)
                    .filteredOn(TargetIdentified.class::isInstance)
                    .last()
                    .asString()
                    .contains(OTHER_ACCOUNT, "NewRole");
        }
    }

    /** A role of that name is in no account that the target names: nothing but who it is can be asked. */
    @Test
    void shouldNotGoOnWithARoleThatCannotBeAssumed() throws Exception {
        try (Drill drill = intoTheOtherAccount()) {
            String before = drill.journalText();
            int calls = drill.record().calls().size();

            assertThatThrownBy(() -> resumedThrough(drill, "NoSuchRole"))
                    .isInstanceOf(WrongEnvironmentException.class)
                    .hasMessageContaining("sts:AssumeRole");

            assertThat(drill.journalText()).isEqualTo(before);
            assertThat(drill.record()
                            .calls()
                            .subList(calls, drill.record().calls().size()))
                    .extracting(CallEntry::operation)
                    .containsOnly("GetCallerIdentity", "AssumeRole");
        }
    }

    private static Drill intoTheOtherAccount() throws IOException {
        String role = "{\"roleName\": \"%s\", \"externalId\": \"shop-7\"}";
        Drill drill = drillOf(wave("Web", "web-1").in(new Target(Optional.of(OTHER_ACCOUNT), "eu-west-1")))
                .inWorld(world -> world.account(
                        OTHER_ACCOUNT,
                        "\"roles\": [" + role.formatted("DrillRole") + ", " + role.formatted("NewRole") + "]"))
                .entering(OTHER_ACCOUNT, "DrillRole", "shop-7")
                .start()
                .runUntil(LaunchAccepted.class::isInstance);
        drill.execution().close();
        return drill;
    }

    private static List<ExecutionEvent> resumedThrough(Drill drill, String role) throws IOException {
        RoleToAssume entry = new RoleToAssume(OTHER_ACCOUNT, role, Optional.of("shop-7"), "drill");
        List<ExecutionEvent> events = new ArrayList<>();
        try (SdkConnections connections = new SdkConnections(
                        settings(drill.simulator(), () -> FIRST_KEY).withRoles(Map.of(OTHER_ACCOUNT, entry)));
                Execution execution = resume(drill, connections, events)) {
            execution.advance();
        }
        return events;
    }

    @Test
    void shouldNotEvenAskAwsForADrillOfASimulator() throws Exception {
        Origin withoutSimulator = new Origin("tester", "test", "1.0", false);
        try (Drill drill = interrupted(LaunchAccepted.class::isInstance);
                SdkConnections connections = connections(drill.simulator(), () -> FIRST_KEY)) {
            String before = drill.journalText();
            int calls = drill.record().calls().size();
            EngineRuntime runtime = new EngineRuntime(
                    connections, drill.simulator().clock()::now, Runnable::run, EngineSettings.DEFAULT);

            assertThatThrownBy(() -> Execution.resume(drill.journalFile(), withoutSimulator, runtime, event -> {}))
                    .isInstanceOf(WrongEnvironmentException.class)
                    .hasMessageContaining("began in a simulator");

            assertThat(drill.journalText()).isEqualTo(before);
            assertThat(drill.record().calls()).hasSize(calls);
        }
    }

    /** Asserts that nothing is called there but who it is, and that the journal stays as it was. */
    private static void assertRefused(Drill drill, Simulator there, String key, String... named) throws IOException {
        String before = drill.journalText();
        int calls = there.record().calls().size();
        try (SdkConnections connections = connections(there, () -> key);
                Execution execution = resume(drill, connections, new ArrayList<>())) {
            assertThatThrownBy(execution::advance)
                    .isInstanceOf(WrongEnvironmentException.class)
                    .hasMessageContainingAll(named);
        }
        assertThat(drill.journalText()).isEqualTo(before);
        assertThat(there.record().calls().subList(calls, there.record().calls().size()))
                .allMatch(call -> call.operation().equals("GetCallerIdentity"));
    }

    /** Writes the journal anew without the endpoints, which earlier versions did not know. */
    private static void asOfAnEarlierVersion(Path journal) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        EventLog.read(journal, events::add);
        Files.delete(journal);
        try (EventLog log = EventLog.open(journal, event -> {})) {
            for (RecordedEvent recorded : events) {
                ExecutionEvent event = recorded.event() instanceof TargetIdentified place
                        ? new TargetIdentified(place.target(), place.accountId(), place.arn(), Optional.empty())
                        : recorded.event();
                log.append(recorded.at(), List.of(event));
            }
        }
        assertThat(Files.readString(journal)).doesNotContain("\"endpoint\"");
    }

    private static List<ExecutionEvent> resumed(Drill drill, Simulator there, String key) throws IOException {
        List<ExecutionEvent> events = new ArrayList<>();
        try (SdkConnections connections = connections(there, () -> key);
                Execution execution = resume(drill, connections, events)) {
            execution.advance();
        }
        return events;
    }

    private static Execution resume(Drill drill, SdkConnections connections, List<ExecutionEvent> events)
            throws IOException {
        return Execution.resume(
                drill.journalFile(),
                DrillScenario.ORIGIN,
                new EngineRuntime(connections, drill.simulator().clock()::now, Runnable::run, EngineSettings.DEFAULT),
                event -> events.add(event.event()));
    }

    private static SdkConnections connections(Simulator there, Supplier<String> key) {
        return new SdkConnections(settings(there, key));
    }

    private static SdkSettings settings(Simulator there, Supplier<String> key) {
        return SdkSettings.of(CredentialSource.keys(() -> new AccessKeys(key.get(), "a-sample-key", Optional.empty())))
                .withEndpoint(there.endpoint())
                .withClock(there.clock()::now);
    }

    private static Drill interrupted(Predicate<ExecutionEvent> moment) throws IOException {
        Drill drill = scenario().start().runUntil(moment);
        drill.execution().close();
        return drill;
    }

    private static DrillScenario scenario() {
        return drillOf(wave("Web", "web-1", "web-2"))
                .inWorld(world -> world.account(OTHER_ACCOUNT, "\"accessKeys\": [\"" + OTHER_KEY + "\"]"));
    }
}
