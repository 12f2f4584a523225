package io.jenkins.plugins.drs.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunAbandonedExceptionTest {
    /** The message of Java is the bare path. */
    @Test
    void shouldSayWhyAJournalCannotBeRead() {
        var denied = new AccessDeniedException("drills/b/audit.jsonl");

        assertThat(new RunAbandonedException(Path.of("drills/b"), denied, "Restore the journal.", List.of("job 1")))
                .hasMessageContainingAll("no permission for drills/b/audit.jsonl", "job 1");
    }
}
