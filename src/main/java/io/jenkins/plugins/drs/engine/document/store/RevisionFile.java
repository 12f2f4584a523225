package io.jenkins.plugins.drs.engine.document.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.engine.document.Sha256;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.ItemCounts;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A revision as a file: JSON in which the first line holds the hash of all that follows, the second the header, the
 * third the diff, and the rest the document. So a list of revisions needs two lines of each file, and any damage shows.
 */
final class RevisionFile {
    /** Four times as much as one document that is imported may hold. */
    static final DocumentLimits LIMITS = new DocumentLimits(4 * DocumentLimits.DEFAULT.maxBytes(), 60, 4_000_000);

    private static final int FORMAT = 1;
    private static final String HASH = "{\"sha256\":\"";
    private static final String HASH_END = "\",\n";
    private static final String HEADER = "\"header\":";
    private static final String DIFF = ",\n\"diff\":";
    private static final String DOCUMENT = ",\n\"document\":\n";
    private static final String END = "}\n";
    private static final int HASH_DIGITS = 64;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RevisionFile() {}

    /** What is told of a revision without reading it whole. */
    record Header(int format, long revision, Change change, Map<ItemKind, ItemCounts> counts) {
        HistoryEntry entry() {
            return new HistoryEntry(revision, change, counts, Optional.empty());
        }
    }

    /** A revision, taken apart. */
    record Content(Header header, ConfigurationDiff diff, DrConfiguration configuration) {
        StoredConfiguration stored() {
            return new StoredConfiguration(header.revision(), configuration);
        }
    }

    static byte[] bytes(long revision, Change change, ConfigurationDiff diff, DrConfiguration configuration) {
        Header header = new Header(FORMAT, revision, change, diff.counts());
        String body = HEADER
                + json(header)
                + DIFF
                + json(diff)
                + DOCUMENT
                + DocumentWriter.text(configuration, DocumentFormat.JSON)
                + END;
        return (HASH + Sha256.of(body.getBytes(StandardCharsets.UTF_8)) + HASH_END + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Takes a file apart.
     *
     * @throws IllegalArgumentException when it is not what was written, with the reason as the end of a sentence
     */
    static Content read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String body = checkedBody(text, bytes);
        int diff = body.indexOf(DIFF);
        int document = body.indexOf(DOCUMENT);
        Header header = header(body.substring(0, diff));
        return new Content(
                header,
                parse(body.substring(diff + DIFF.length(), document), ConfigurationDiff.class),
                configuration(body.substring(document + DOCUMENT.length(), body.length() - END.length())));
    }

    /**
     * The document of a file that was just made.
     *
     * @throws IllegalArgumentException when it cannot be read, with the reason as the end of a sentence
     */
    static DrConfiguration document(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return configuration(text.substring(text.indexOf(DOCUMENT) + DOCUMENT.length(), text.length() - END.length()));
    }

    /** Reads a header from the second line of a file; the hash is not looked at. */
    static Header header(String line) {
        if (!line.startsWith(HEADER)) {
            throw new IllegalArgumentException("it is not a revision of a configuration");
        }
        String json = line.substring(HEADER.length());
        Header header = parse(json.endsWith(",") ? json.substring(0, json.length() - 1) : json, Header.class);
        if (header.format() != FORMAT) {
            throw new IllegalArgumentException("it has format " + header.format() + ", and this version reads format "
                    + FORMAT + "; a newer version of the product wrote it");
        }
        return header;
    }

    private static String checkedBody(String text, byte[] bytes) {
        int start = HASH.length() + HASH_DIGITS + HASH_END.length();
        if (!text.startsWith(HASH) || text.length() <= start) {
            throw new IllegalArgumentException("it does not begin as a revision of a configuration does");
        }
        String written = text.substring(HASH.length(), HASH.length() + HASH_DIGITS);
        byte[] body = Arrays.copyOfRange(bytes, start, bytes.length);
        if (!written.equals(Sha256.of(body))) {
            throw new IllegalArgumentException("its contents do not match its checksum");
        }
        return text.substring(start);
    }

    private static DrConfiguration configuration(String document) {
        ReadResult result =
                DocumentReader.readUnvalidated(document.getBytes(StandardCharsets.UTF_8), "document.json", LIMITS);
        return result.configuration()
                .orElseThrow(() -> new IllegalArgumentException(
                        "its document cannot be read: " + result.errors().get(0)));
    }

    private static <T> T parse(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Expected to write a revision as JSON, but failed", e);
        }
    }
}
