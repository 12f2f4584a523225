package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStarted;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A proxy on the way gives the answer to another call: its ids are ids of AWS, but not of what this call began. */
class EarlierAnswerTest {
    /** An answer need not say whose job it tells of. */
    private static final UnaryOperator<String> NAMELESS =
            text -> text.replaceFirst("\"tags\"\\s*:\\s*\\{[^}]*}", "\"tags\":{}")
                    .replaceFirst("(?s)\"participatingServers\"\\s*:\\s*\\[.*?]", "\"participatingServers\":[]");

    @Test
    void shouldNotFollowTheAutomationOfAnotherAction() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop"), action("Check")))
                .answering(again("StartAutomationExecution", UnaryOperator.identity()))
                .start()) {
            drill.run();

            assertEveryAutomationIsFollowed(drill, 2);
            assertThat(drill.events(EffectFailed.class))
                    .anySatisfy(failed -> assertThat(failed.message()).contains("which an earlier call began"));
        }
    }

    @Test
    void shouldFindTheAutomationWhenItsStartNamedOneThatIsNotThere() {
        List<String> answers = new ArrayList<>();
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop")))
                .answering(on("StartAutomationExecution", text -> {
                    answers.add(text);
                    return answers.size() == 1 ? text.replaceFirst("[0-9a-f]{4}(\"\\s*})", "0000$1") : text;
                }))
                .start()) {
            drill.run();

            assertEveryAutomationIsFollowed(drill, 1);
        }
    }

    @Test
    void shouldNotBelieveAnAutomationThatRunsAnotherDocument() {
        List<String> answers = new ArrayList<>();
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop")))
                .answering(on("GetAutomationExecution", text -> {
                    answers.add(text);
                    return answers.size() == 1
                            ? text.replaceFirst("\"DocumentName\"\\s*:\\s*\"Stop\"", "\"DocumentName\":\"Other\"")
                            : text;
                }))
                .start()) {
            drill.run();

            assertThat(drill.record().calls("StartAutomationExecution")).hasSize(2);
            assertEveryAutomationIsFollowed(drill, 1);
        }
    }

    @Test
    void shouldNotFollowTheJobOfAnotherLaunch() {
        try (Drill drill = drillOf(wave("Db", "db-1"), wave("Web", "web-1").dependingOn("Db"))
                .answering(again("StartRecovery", NAMELESS))
                .start()) {
            drill.run();

            assertThat(drill.events(LaunchAccepted.class))
                    .extracting(LaunchAccepted::jobId)
                    .doesNotHaveDuplicates()
                    .hasSize(2);
            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("db-1", "web-1")
                    .leftNothing();
        }
    }

    /** Nothing in it tells whose job it is, so it is looked up by its tags. */
    @Test
    void shouldNotBelieveAnAnswerThatDoesNotSayWhichLaunchItIsOf() {
        try (Drill drill = drillOf(wave("Web", "web-1"))
                .answering(on("StartRecovery", NAMELESS))
                .start()) {
            drill.run();

            assertThat(drill.events(LaunchAccepted.class)).singleElement().matches(LaunchAccepted::found);
            assertThat(drill.events(EffectFailed.class)).isEmpty();
            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1")
                    .leftNothing();
        }
    }

    @Test
    void shouldNotFollowTheJobOfAnotherTermination() {
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2"))
                .limitedTo(new QuotaLimits(1, 1, 2))
                .answering(again("TerminateRecoveryInstances", NAMELESS))
                .start()) {
            drill.run();

            assertThat(drill.events(TerminationAccepted.class))
                    .extracting(TerminationAccepted::jobId)
                    .doesNotHaveDuplicates();
            assertThat(drill.events(EffectFailed.class))
                    .anySatisfy(failed -> assertThat(failed.message()).contains("which an earlier call began"));
            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
        }
    }

    private static void assertEveryAutomationIsFollowed(Drill drill, int count) {
        assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
        List<String> ran = drill.record().automations().stream()
                .map(AutomationEntry::executionId)
                .toList();
        assertThat(ran).hasSize(count);
        assertThat(drill.events(ActionStarted.class))
                .extracting(ActionStarted::automationExecutionId)
                .containsAll(ran);
    }

    /** The second call of the operation is answered as the first one was. */
    private static BinaryOperator<String> again(String operation, UnaryOperator<String> first) {
        List<String> answers = new ArrayList<>();
        return on(operation, text -> {
            answers.add(text);
            return answers.size() == 2 ? first.apply(answers.get(0)) : text;
        });
    }

    private static BinaryOperator<String> on(String operation, UnaryOperator<String> change) {
        return (called, text) -> called.equals(operation) ? change.apply(text) : text;
    }
}
