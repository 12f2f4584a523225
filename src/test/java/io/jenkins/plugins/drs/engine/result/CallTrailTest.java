package io.jenkins.plugins.drs.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.result.AuditSummary.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit trail of recorded drills: what an auditor asks of each call to AWS. */
class CallTrailTest {
    private static final Path V1 = Path.of("src/test/resources/journals/v1");

    private static List<Call> read(String journal) throws IOException {
        ResultCollector collector = new ResultCollector();
        EventLog.read(V1.resolve(journal), collector::accept);
        return collector.result().audit().trail();
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-tier.jsonl", "partial.jsonl"})
    void shouldSayOfEveryCallWhatWhereWhenAndWithWhatOutcome(String journal) throws IOException {
        assertThat(read(journal)).isNotEmpty().allSatisfy(call -> {
            assertThat(call.subject().service()).isNotBlank();
            assertThat(call.subject().operation()).isNotBlank();
            assertThat(call.subject().target().accountId())
                    .hasValueSatisfying(id -> assertThat(id).matches("[0-9]{12}"));
            assertThat(call.subject().target().region()).isNotBlank();
            assertThat(call.requestId()).hasValueSatisfying(id -> assertThat(id).isNotBlank());
            assertThat(call.millis()).isNotNegative();
            assertThat(call.outcome()).isNotBlank();
            assertThat(call.cause()).as("no version recorded it then").isEmpty();
        });
    }
}
