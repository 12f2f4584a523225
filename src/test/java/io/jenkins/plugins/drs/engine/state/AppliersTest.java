package io.jenkins.plugins.drs.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.EventTypes;
import org.junit.jupiter.api.Test;

class AppliersTest {
    @Test
    void shouldHaveOneForEveryEvent() {
        assertThat(Appliers.types()).containsExactlyInAnyOrderElementsOf(EventTypes.all());
    }
}
