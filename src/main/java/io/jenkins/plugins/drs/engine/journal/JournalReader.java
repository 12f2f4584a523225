package io.jenkins.plugins.drs.engine.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a journal from its beginning and checks its chain. */
public final class JournalReader {
    private static final int BLOCK = 1 << 16;

    private final Path file;
    private final Consumer<JournalLine> consumer;
    private long sequence;
    private long goodBytes;
    private String lastHash = JournalLine.FIRST_PREVIOUS;
    private JournalLine held;

    private JournalReader(Path file, Consumer<JournalLine> consumer) {
        this.file = file;
        this.consumer = consumer;
    }

    /**
     * Hands every whole line to {@code consumer}, each once the next one has confirmed it; the last one has nobody to do
     * so. A last line without a line break is what a crash in the middle of a write leaves: it was never acknowledged and
     * is passed over.
     *
     * @throws JournalDamagedException when a line breaks the chain
     */
    public static End read(Path file, Consumer<JournalLine> consumer) throws IOException {
        JournalReader reader = new JournalReader(file, consumer);
        try (InputStream in = Files.newInputStream(file)) {
            reader.readLines(in);
        }
        reader.handOut(null);
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

    /** A block at a time: a large drill has tens of megabytes, and is resumed by a host that others wait for. */
    private void readLines(InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        int held = 0;
        for (int count = in.read(block); count >= 0; count = in.read(block, held, block.length - held)) {
            int filled = held + count;
            int from = 0;
            for (int at = held; at < filled; at++) {
                if (block[at] == '\n') {
                    handOut(checked(block, from, at - from));
                    goodBytes += at - from + 1L;
                    from = at + 1;
                }
            }
            held = filled - from;
            byte[] next = held > block.length / 2 ? new byte[2 * block.length] : block;
            System.arraycopy(block, from, next, 0, held);
            block = next;
        }
    }

    private void handOut(JournalLine next) {
        if (held != null) {
            consumer.accept(held);
        }
        held = next;
    }

    private JournalLine checked(byte[] bytes, int from, int length) throws JournalDamagedException {
        JournalLine line = parsed(new String(bytes, from, length, StandardCharsets.UTF_8));
        if (line.sequence() != sequence + 1) {
            throw damaged("expected number " + (sequence + 1) + ", but it has number " + line.sequence());
        }
        if (!line.previousHash().equals(lastHash)) {
            throw damaged("it does not follow from the line before it, one of the two was changed");
        }
        sequence = line.sequence();
        lastHash = JournalLine.hash(bytes, from, length);
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

    /** A journal that is not what was written: a line was changed, removed, added or swapped. */
    public static final class JournalDamagedException extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final long line;

        JournalDamagedException(Path file, long line, String what) {
            super("Journal " + file + " is damaged at line " + line + ": " + what
                    + ". Restore it from a copy; nothing was written to it.");
            this.line = line;
        }

        /** Number of the first line that is not right, from 1. */
        public long line() {
            return line;
        }
    }
}
