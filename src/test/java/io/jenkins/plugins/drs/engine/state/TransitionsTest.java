package io.jenkins.plugins.drs.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.term.WaveStatus;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    @Test
    void shouldTakeWhatIsInTheTable() {
        assertThatCode(() -> Lifecycles.WAVE.check("Web", WaveStatus.PENDING, WaveStatus.PRE_ACTIONS))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseWhatIsNot() {
        assertThatThrownBy(() -> Lifecycles.WAVE.check("Web", WaveStatus.COMPLETED, WaveStatus.LAUNCHING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Expected a legal change of wave 'Web', but it went from COMPLETED to LAUNCHING");
    }

    @Test
    void shouldNeverLeaveAnEnd() {
        assertThat(Lifecycles.WAVE.table().keySet()).noneMatch(WaveStatus::ended);
        assertThat(Lifecycles.SERVER.table().keySet()).noneMatch(ServerStage::isEnd);
        assertThat(Lifecycles.INSTANCE.table()).doesNotContainKeys(InstanceStage.GONE, InstanceStage.LEFT);
        assertThat(Lifecycles.EXECUTION.table()).doesNotContainKey(Phase.FINISHED);
    }
}
