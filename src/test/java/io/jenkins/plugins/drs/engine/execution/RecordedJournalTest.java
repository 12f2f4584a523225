package io.jenkins.plugins.drs.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.journal.JournalReader;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.InstanceStage;
import io.jenkins.plugins.drs.engine.state.InstanceState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.state.WaveState;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Journals of released versions stay readable. The recorded ones are never edited. */
class RecordedJournalTest {
    private static final Path V1 = Path.of("src/test/resources/journals/v1");

    @Test
    void shouldReplayACompletedThreeTierDrill() throws IOException {
        ExecutionState state = new ExecutionState();

        JournalReader.End end = EventLog.read(V1.resolve("three-tier.jsonl"), state::apply);

        assertThat(end.sequence()).isEqualTo(267);
        assertThat(state.status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(state.waves()).extracting(WaveState::name).containsExactly("Database", "Application", "Web");
        assertThat(state.waves()).extracting(WaveState::status).containsOnly(WaveStatus.COMPLETED);
        assertThat(state.servers()).hasSize(6).extracting(ServerState::stage).containsOnly(ServerStage.VALIDATED);
        assertThat(state.actions())
                .hasSize(4)
                .extracting(ActionState::outcome)
                .containsOnly(Optional.of(ActionOutcome.SUCCEEDED));
        assertThat(state.instances())
                .hasSize(6)
                .extracting(InstanceState::stage)
                .containsOnly(InstanceStage.GONE);
        assertThat(state.jobs()).hasSize(4).allMatch(JobState::isCompleted);
        assertThat(state.isAnythingLeftUnasked()).isFalse();
    }
}
