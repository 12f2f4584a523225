package io.jenkins.plugins.drs.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.result.AuditSummary.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit trail of recorded drills: what an auditor asks of each call to AWS. */
class CallTrailTest {
    private static final Path V1 = Path.of("src/test/resources/journals/v1");

    private final Map<Long, ExecutionEvent> events = new HashMap<>();
    private final ResultCollector collector = new ResultCollector();

    @BeforeEach
    void forget() {
        events.clear();
    }

    private List<Call> read(String journal) throws IOException {
        EventLog.read(V1.resolve(journal), recorded -> {
            collector.accept(recorded);
            events.put(recorded.sequence(), recorded.event());
        });
        return collector.result().audit().trail();
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-tier.jsonl", "partial.jsonl"})
    void shouldSayOfEveryCallWhatWhereWhenWithWhatOutcomeAndWhy(String journal) throws IOException {
        assertThat(read(journal)).isNotEmpty().allSatisfy(call -> {
            assertThat(call.subject().service()).isNotBlank();
            assertThat(call.subject().operation()).isNotBlank();
            assertThat(call.subject().target().accountId())
                    .hasValueSatisfying(id -> assertThat(id).matches("[0-9]{12}"));
            assertThat(call.subject().target().region()).isNotBlank();
            assertThat(call.requestId()).hasValueSatisfying(id -> assertThat(id).isNotBlank());
            assertThat(call.millis()).isNotNegative();
            assertThat(call.outcome()).isNotBlank();
            assertThat(call.cause()).isPositive().isLessThan(call.event());
            assertThat(events).containsKey(call.cause());
        });
    }

    @Test
    void shouldNameTheIntentThatALaunchWasMadeFor() throws IOException {
        List<Call> launches = read("partial.jsonl").stream()
                .filter(call -> call.subject().operation().equals("StartRecovery"))
                .toList();

        assertThat(launches).isNotEmpty().allSatisfy(call -> assertThat(events.get(call.cause()))
                .isInstanceOf(LaunchIntended.class));
    }
}
