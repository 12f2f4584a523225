package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotMade;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.UnknownJobSeen;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers whose items lack what tells whose they are. */
class StrangeItemsTest {
    private static final String TAGS = "\"tags\"\\s*:\\s*\\{[^}]*}";
    private static final Fault LOST =
            Fault.of(FaultKind.LOSE_ANSWER).on("drs", "StartRecovery").times(1);

    /** What may stand in place of the tags of an item. */
    private static final String WITHOUT = "\"untagged\":true";

    @ParameterizedTest
    @ValueSource(strings = {WITHOUT, "\"tags\":null"})
    void shouldKeepALaunchInDoubtAsLongAsJobsAreListedWithoutTags(String instead) {
        AtomicInteger answers = new AtomicInteger();
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2"))
                .failing(LOST)
                .answering(on("DescribeJobs", text -> instead(text, instead, answers.incrementAndGet() < 30)))
                .start()) {
            drill.run();

            assertThat(answers.get()).isGreaterThan(30);
            assertThat(drill.events(LaunchNotMade.class)).isEmpty();
            assertThat(drill.events(LaunchAccepted.class)).singleElement().matches(LaunchAccepted::found);
            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WITHOUT, "\"tags\":null"})
    void shouldNameALaunchWhoseJobIsNeverListedWithItsTags(String instead) {
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2"))
                .failing(LOST)
                .answering(on("DescribeJobs", text -> instead(text, instead, true)))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.FAILED);
            assertThat(drill.record().calls("StartRecovery")).hasSize(1);
            assertThat(drill.events(LaunchNotMade.class)).isEmpty();
            assertThat(drill.events(LeftBehind.class)).isNotEmpty();
        }
    }

    @Test
    void shouldKeepALaunchInDoubtWhenItsTagAloneIsMissing() {
        AtomicInteger answers = new AtomicInteger();
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2"))
                .failing(LOST)
                .answering(on(
                        "DescribeJobs",
                        text -> answers.incrementAndGet() < 30
                                ? text.replaceAll("\"DrsOrchestrationLaunch\"", "\"Else\"")
                                : text))
                .start()) {
            drill.run();

            assertThat(drill.events(UnknownJobSeen.class)).isEmpty();
            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
        }
    }

    /** Tags are what AWS may leave out of a job that has none. */
    @Test
    void shouldLaunchAgainThoughJobsOfOthersAreListedWithoutTags() {
        Fault error = Fault.error("InternalServerException", 500).on("drs", "StartRecovery");
        try (Drill drill = drillOf(wave("Web", "web-1"))
                .inWorld(world -> world.alsoServer("db-1", "Db")
                        .region("\"foreignJobs\": [{\"servers\": 1, \"startSeconds\": 0, \"durationSeconds\": 900}]"))
                .failing(error.times(1))
                .answering(on("DescribeJobs", text -> text.replaceAll("\"tags\"\\s*:\\s*\\{\\s*}", WITHOUT)))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1")
                    .leftNothing();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WITHOUT, "\"tags\":null"})
    void shouldNotLaunchAGroupByTagsWhenTheTagsOfAServerAreMissing(String instead) {
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2"))
                .answering(on("DescribeSourceServers", text -> text.replaceFirst(TAGS, instead)))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblem("web-1", "AWS listed no tags")
                    .changedNothing();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeInstances, instanceId",
        "DescribeInstanceStatus, instanceId",
        "DescribeJobs, jobID",
        "DescribeRecoveryInstances, sourceServerID",
        "DescribeRecoverySnapshots, sourceServerID",
        "TerminateRecoveryInstances, recoveryInstanceID",
        "GetAutomationExecution, AutomationExecutionId",
        "DescribeInstanceInformation, InstanceId"
    })
    void shouldNotReadAnAnswerThatNamesAnIdWhichNobodyAskedFor(String operation, String name) {
        Pattern id = Pattern.compile("([\"<]" + name + "(?:\"\\s*:\\s*\"|>)[^\"<]+)([^\"<])");
        AtomicInteger changed = new AtomicInteger();
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2")
                        .before(action("Stop"))
                        .validated(new ValidationPolicy(true, true, Duration.ofMinutes(15))))
                .failing(LOST)
                .answering(on(
                        operation,
                        text -> id.matcher(text).find() && changed.incrementAndGet() <= 2
                                ? id.matcher(text)
                                        .replaceFirst(found ->
                                                found.group(1) + (found.group(2).equals("0") ? "1" : "0"))
                                : text))
                .start()) {
            drill.run();

            assertThat(changed.get()).isPositive();
            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
            assertThat(drill.record().automations()).hasSize(1);
        }
    }

    private static String instead(String text, String instead, boolean strikes) {
        return strikes ? text.replaceAll(TAGS, instead) : text;
    }

    private static BinaryOperator<String> on(String operation, UnaryOperator<String> change) {
        return (called, text) -> called.equals(operation) ? change.apply(text) : text;
    }
}
