package io.jenkins.plugins.drs.engine.document.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.Sha256;
import io.jenkins.plugins.drs.engine.document.transfer.ConfigurationExport;
import io.jenkins.plugins.drs.engine.document.transfer.ExportRequest;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bytes of a record. Documents stand in it as texts, with their hashes, so that damage shows. */
final class SyncRecordFile {
    private static final int FORMAT = 1;
    private static final DocumentLimits LIMITS =
            new DocumentLimits(4 * DocumentLimits.DEFAULT.maxBytes(), 60, 4_000_000);
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SyncRecordFile() {}

    /** @param before revision that a sync under way began from; 0 without one */
    private record Content(
            int format,
            String source,
            String who,
            Instant when,
            long revision,
            Text synced,
            long before,
            Text begun,
            SyncRecord.Refused refused) {}

    private record Text(String sha256, String document) {}

    static byte[] bytes(SyncRecord record) {
        Content content = new Content(
                FORMAT,
                record.source(),
                record.who(),
                record.when(),
                record.revision(),
                record.synced().map(SyncRecordFile::text).orElse(null),
                record.begun().map(SyncRecord.Begun::before).orElse(0L),
                record.begun().map(begun -> text(begun.document())).orElse(null),
                record.refused().orElse(null));
        try {
            return MAPPER.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected to write a record as JSON, but failed", e);
        }
    }

    /** @throws IllegalArgumentException when it is not what was written, with the reason as the end of a sentence */
    static SyncRecord read(byte[] bytes) {
        try {
            Content content = MAPPER.readValue(bytes, Content.class);
            if (content.format() != FORMAT || content.source() == null || content.when() == null) {
                throw new IllegalArgumentException("it is no record of format " + FORMAT);
            }
            return new SyncRecord(
                    content.source(),
                    content.who() == null ? "" : content.who(),
                    content.when(),
                    content.revision(),
                    Optional.ofNullable(content.synced()).map(SyncRecordFile::configuration),
                    Optional.ofNullable(content.begun())
                            .map(begun -> new SyncRecord.Begun(content.before(), configuration(begun))),
                    Optional.ofNullable(content.refused()));
        } catch (IOException e) {
            throw new IllegalArgumentException("it cannot be read as JSON", e);
        }
    }

    /** What two documents that mean the same have in common. */
    static String hash(DrConfiguration configuration) {
        return text(configuration).sha256();
    }

    private static Text text(DrConfiguration configuration) {
        byte[] document = ConfigurationExport.write(
                configuration, new ExportRequest(List.of(), DocumentFormat.JSON, ExportMetadata.NONE));
        return new Text(Sha256.of(document), new String(document, StandardCharsets.UTF_8));
    }

    private static DrConfiguration configuration(Text text) {
        byte[] document = String.valueOf(text.document()).getBytes(StandardCharsets.UTF_8);
        if (!Sha256.of(document).equals(text.sha256())) {
            throw new IllegalArgumentException("its document does not match its checksum");
        }
        return DocumentReader.readUnvalidated(document, "document.json", LIMITS)
                .configuration()
                .orElseThrow(() -> new IllegalArgumentException("its document cannot be read"));
    }
}
