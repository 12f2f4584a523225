package io.jenkins.plugins.drs.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.EventTypes;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.LineUnreadable;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
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
        assertThat(names(ExecutionStatus.values())).isEqualTo(names(ExecutionStatus.values()));
        assertThat(names(WaveStatus.values())).isEqualTo(names(WaveStatus.values()));
        assertThat(names(Mode.values())).isEqualTo(names(Mode.values()));
        assertThat(names(CheckStatus.values())).isEqualTo(names(CheckStatus.values()));
        assertThat(names(RemnantKind.values())).isEqualTo(names(RemnantKind.values()));
        assertThat(names(FailureStage.values())).isEqualTo(names(FailureStage.values()));
        assertThat(names(ActionOutcome.values())).containsAll(names(ActionOutcome.values()));
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
