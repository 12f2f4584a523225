package io.jenkins.plugins.drs.host;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Queue;
import io.jenkins.plugins.drs.engine.event.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CeilingTest {
    @ParameterizedTest
    @CsvSource({
        "CHECK, CHECK, true",
        "CHECK, DRILL, false",
        "CHECK, CLEANUP, false",
        "CHECK, RECOVERY, false",
        "DRILL, CHECK, true",
        "DRILL, DRILL, true",
        "DRILL, CLEANUP, true",
        "DRILL, RECOVERY, false"
    })
    void shouldAllowNoMoreThanTheButtonSaid(Mode button, Mode asked, boolean allowed) {
        assertThat(new Ceiling(button, "Shop").allows(asked)).isEqualTo(allowed);
    }

    @Test
    void shouldNotBeJoinedWithABuildThatWaitsWithoutIt() {
        Queue.QueueAction ceiling = new Ceiling(Mode.CHECK, "Shop");

        assertThat(ceiling.shouldSchedule(List.of())).isTrue();
        assertThat(ceiling.shouldSchedule(List.of(new Ceiling(Mode.DRILL, "Shop"))))
                .isTrue();
        assertThat(ceiling.shouldSchedule(List.of(new Ceiling(Mode.CHECK, "Site"))))
                .isTrue();
        assertThat(ceiling.shouldSchedule(List.of(new Ceiling(Mode.CHECK, "Shop"))))
                .isFalse();
    }
}
