package io.jenkins.plugins.drs.plugin.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.audit.ExecutionFolder;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import io.jenkins.plugins.drs.engine.result.Stories;
import io.jenkins.plugins.drs.plugin.build.DrillAction.DrillEntry.JournalEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page <i>Verify the audit trail</i> says, by what the record of the build holds. */
class AuditWordsTest {
    @TempDir
    private Path folder;

    private Path journal;
    private JournalEnd record;

    @BeforeEach
    void writeAnExecution() throws IOException {
        String hash = ExecutionFolder.write(Stories.allGoesWell(), folder);
        journal = folder.resolve("audit.jsonl");
        ResultCollector collector = new ResultCollector();
        EventLog.read(journal, collector::accept);
        record = new JournalEnd(collector.result(hash));
    }

    @Test
    void shouldProveAJournalByTheRecordOfItsBuild() {
        AuditWords words = AuditWords.of(journal, record.anchor());

        assertThat(words.isGood()).isTrue();
        assertThat(words.getLines())
                .extracting(AuditWords.Line::getText)
                .anyMatch(it -> it.contains("record of this build"));
    }

    @Test
    void shouldNotCallABuildProvenThatKeepsNoHash() {
        AuditWords words = AuditWords.of(journal, Optional.empty());

        assertThat(words.isGood()).isFalse();
        assertThat(words.isBroken()).isFalse();
        assertThat(words.getLines()).extracting(AuditWords.Line::getGrade).contains("not proven");
    }

    @Test
    void shouldFindAJournalThatWasCutOrWrittenAnewOrEmptied() throws IOException {
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, 10));
        assertThat(AuditWords.of(journal, record.anchor()).isBroken()).isTrue();

        ExecutionFolder.write(Stories.partialFailure(), folder.resolve("other"));
        assertThat(AuditWords.of(folder.resolve("other/audit.jsonl"), record.anchor())
                        .isBroken())
                .isTrue();

        Files.writeString(journal, "");
        assertThat(AuditWords.of(journal, record.anchor()).isBroken()).isTrue();
        Files.delete(journal);
        assertThat(AuditWords.of(journal, record.anchor()).isBroken()).isTrue();
    }
}
