package io.jenkins.plugins.drs.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.EventTypes;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import java.util.Set;
import java.util.stream.Collectors;
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
    void shouldHaveAStoryInWhichEveryTypeOfEventHappens() {
        Set<Class<? extends ExecutionEvent>> told = Stories.everythingHappens().events().stream()
                .map(RecordedEvent::event)
                .map(ExecutionEvent::getClass)
                .collect(Collectors.toSet());

        assertThat(told).containsAll(EventTypes.all());
    }
}
