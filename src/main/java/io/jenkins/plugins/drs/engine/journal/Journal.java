package io.jenkins.plugins.drs.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Appends lines to a file. What {@link #append} has returned from is on the disk.
 *
 * <p>Not safe for use by several threads. A lock keeps others out.
 */
public final class Journal implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final JournalLock lock;
    private long sequence;
    private String lastHash;
    private long length;

    private Journal(Path file, FileChannel channel, JournalLock lock, JournalReader.End end) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.sequence = end.sequence();
        this.lastHash = end.hash();
        this.length = end.bytes();
    }

    /**
     * Opens a journal to append to, or begins one. Lines that are there already go to {@code consumer}; a torn last
     * line is cut off.
     *
     * @throws JournalDamagedException when a line breaks the chain; the file is left as it is
     * @throws JournalInUseException when another execution has the journal open
     */
    public static Journal open(Path file, Consumer<JournalLine> consumer) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        JournalLock lock = JournalLock.take(file);
        try {
            return openLocked(file, lock, consumer);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Journal openLocked(Path file, JournalLock lock, Consumer<JournalLine> consumer) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            JournalReader.End end = JournalReader.read(file, consumer);
            channel.truncate(end.bytes());
            channel.position(end.bytes());
            return new Journal(file, channel, lock, end);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Appends payloads and forces them to the disk in one go.
     *
     * @param payloads JSON values without line breaks
     * @return the lines as they were written
     * @throws IOException when the disk does not take them; the journal is then as it was before
     */
    public List<JournalLine> append(List<String> payloads) throws IOException {
        List<JournalLine> lines = new ArrayList<>(payloads.size());
        StringBuilder text = new StringBuilder();
        String hash = lastHash;
        for (String payload : payloads) {
            JournalLine line = new JournalLine(sequence + lines.size() + 1, hash, payload);
            hash = line.hash();
            lines.add(line);
            text.append(line.text()).append('\n');
        }
        write(text.toString().getBytes(StandardCharsets.UTF_8));
        sequence += lines.size();
        lastHash = hash;
        return lines;
    }

    private void write(byte[] bytes) throws IOException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
            length += bytes.length;
        } catch (IOException e) {
            undo(e);
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new IOException("Journal " + file + " cannot be written: " + why, e);
        }
    }

    private void undo(IOException cause) {
        try {
            channel.truncate(length);
            channel.position(length);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Number of the last line; 0 when there is none. */
    public long sequence() {
        return sequence;
    }

    /** Hash of the last line. */
    public String lastHash() {
        return lastHash;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        lock.close();
    }
}
