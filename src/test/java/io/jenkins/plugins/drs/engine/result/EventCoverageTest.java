package io.jenkins.plugins.drs.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ActionOutcome;
import io.jenkins.plugins.drs.engine.event.CleanupEvent;
import io.jenkins.plugins.drs.engine.event.EventTypes;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.ExecutionStatus;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.LineUnreadable;
import io.jenkins.plugins.drs.engine.event.Mode;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.CheckStatus;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent;
import io.jenkins.plugins.drs.engine.event.WaveStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventCoverageTest {
    @Test
    void shouldFoldOrIgnoreEveryTypeOfEvent() {
        assertThat(ResultCollector.types()).containsExactlyInAnyOrderElementsOf(EventTypes.all());
    }

    @Test
    void shouldTellOrPassOverEveryTypeOfEvent() {
        assertThat(new EventText().types()).containsExactlyInAnyOrderElementsOf(EventTypes.all());
    }

    @Test
    void shouldKnowEveryConstantOfTheEvents() {
        assertThat(names(Verdict.Status.values())).isEqualTo(names(ExecutionStatus.values()));
        assertThat(names(WaveResult.Status.values())).isEqualTo(names(WaveStatus.values()));
        assertThat(names(RunInfo.Mode.values())).isEqualTo(names(Mode.values()));
        assertThat(names(Preflight.Status.values())).isEqualTo(names(CheckStatus.values()));
        assertThat(names(CleanupResult.Kind.values())).isEqualTo(names(CleanupEvent.Kind.values()));
        assertThat(names(ServerResult.FailureStage.values())).isEqualTo(names(ServerEvent.FailureStage.values()));
        assertThat(names(ActionResult.Outcome.values())).containsAll(names(ActionOutcome.values()));
    }

    private static List<String> names(Enum<?>... constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    @Test
    void shouldHaveAStoryInWhichEveryTypeOfEventHappens() {
        Set<Class<? extends ExecutionEvent>> told = Stories.everythingHappens().events().stream()
                .map(RecordedEvent::event)
                .map(ExecutionEvent::getClass)
                .collect(Collectors.toSet());

        told.add(LineUnreadable.class); // is never written
        assertThat(told).containsAll(EventTypes.all());
    }
}
