package io.jenkins.plugins.drs.engine.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a journal from its beginning and checks its chain. */
public final class JournalReader {
    private final Path file;
    private long sequence;
    private long goodBytes;
    private String lastHash = JournalLine.FIRST_PREVIOUS;

    private JournalReader(Path file) {
        this.file = file;
    }

    /**
     * Hands every whole line to {@code consumer}. A last line without a line break is what a crash in the middle of
     * a write leaves: it was never acknowledged and is passed over.
     *
     * @throws JournalDamagedException when a line breaks the chain
     */
    public static End read(Path file, Consumer<JournalLine> consumer) throws IOException {
        JournalReader reader = new JournalReader(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            reader.readLines(in, consumer);
        }
        return new End(reader.sequence, reader.lastHash, reader.goodBytes);
    }

    /**
     * Where a journal ends.
     *
     * @param sequence number of its last whole line; 0 when it has none
     * @param hash hash of that line
     * @param bytes length of the file up to and with that line
     */
    public record End(long sequence, String hash, long bytes) {}

    private void readLines(InputStream in, Consumer<JournalLine> consumer) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                line.write(next);
                continue;
            }
            consumer.accept(checked(line.toString(StandardCharsets.UTF_8)));
            goodBytes += line.size() + 1L;
            line.reset();
        }
    }

    private JournalLine checked(String text) throws JournalDamagedException {
        JournalLine line = parsed(text);
        if (line.sequence() != sequence + 1) {
            throw damaged("expected number " + (sequence + 1) + ", but it has number " + line.sequence());
        }
        if (!line.previousHash().equals(lastHash)) {
            throw damaged("it does not follow from the line before it, one of the two was changed");
        }
        sequence = line.sequence();
        lastHash = line.hash();
        return line;
    }

    private JournalLine parsed(String text) throws JournalDamagedException {
        try {
            return JournalLine.parse(text);
        } catch (IllegalArgumentException e) {
            throw damaged(e.getMessage());
        }
    }

    private JournalDamagedException damaged(String what) {
        return new JournalDamagedException(file, sequence + 1, what);
    }
}
