package io.jenkins.plugins.drs.engine.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Appends lines to a file. What {@link #append} has returned from is on the disk.
 *
 * <p>Not safe for use by several threads. A lock keeps others out.
 */
public final class Journal implements AutoCloseable {
    private final Path file;
    private final Disk.Store store;
    private final JournalLock lock;
    private long sequence;
    private String lastHash;
    private long length;

    private Journal(Path file, Disk.Store store, JournalLock lock, JournalReader.End end) {
        this.file = file;
        this.store = store;
        this.lock = lock;
        this.sequence = end.sequence();
        this.lastHash = end.hash();
        this.length = end.bytes();
    }

    /** Opens a journal on the machine's disk. */
    public static Journal open(Path file, Consumer<JournalLine> consumer) throws IOException {
        return open(file, Disk.REAL, consumer);
    }

    /**
     * Opens a journal to append to, or begins one. Lines that are there already go to {@code consumer}; a torn last
     * line is cut off.
     *
     * @throws JournalDamagedException when a line breaks the chain; the file is left as it is
     * @throws JournalInUseException when another execution has the journal open
     */
    public static Journal open(Path file, Disk disk, Consumer<JournalLine> consumer) throws IOException {
        JournalLock lock = lock(file);
        try {
            return openLocked(file, disk, lock, consumer);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static JournalLock lock(Path file) throws IOException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return JournalLock.take(file);
        } catch (FileSystemException e) {
            throw unopened(file, e);
        }
    }

    private static IOException unopened(Path file, IOException e) {
        return new IOException("Journal " + file + " cannot be opened to write: " + Reason.of(e) + ".", e);
    }

    private static Disk.Store store(Path file, Disk disk) throws IOException {
        try {
            return disk.open(file);
        } catch (FileSystemException e) {
            throw unopened(file, e);
        }
    }

    private static Journal openLocked(Path file, Disk disk, JournalLock lock, Consumer<JournalLine> consumer)
            throws IOException {
        Disk.Store store = store(file, disk);
        try {
            JournalReader.End end = JournalReader.read(file, consumer);
            store.cut(end.bytes());
            return new Journal(file, store, lock, end);
        } catch (IOException | RuntimeException e) {
            store.close();
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String hash = lastHash;
        for (String payload : payloads) {
            JournalLine line = new JournalLine(sequence + lines.size() + 1, hash, payload);
            byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
            hash = JournalLine.hash(text);
            lines.add(line);
            bytes.writeBytes(text);
            bytes.write('\n');
        }
        write(bytes.toByteArray());
        sequence += lines.size();
        lastHash = hash;
        return lines;
    }

    private void write(byte[] bytes) throws IOException {
        try {
            store.append(bytes);
            length += bytes.length;
        } catch (IOException e) {
            undo(e);
            throw new IOException("Journal " + file + " cannot be written: " + Reason.of(e) + ".", e);
        }
    }

    private void undo(IOException cause) {
        try {
            store.cut(length);
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
        store.close();
        lock.close();
    }

    /** A journal that another execution, in this process or another one, is writing. */
    public static final class JournalInUseException extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** @param owner who writes it, where that is known */
        JournalInUseException(Path file, Optional<String> owner) {
            super("Journal " + file + " is in use by another execution"
                    + owner.map(who -> " (" + who + ")").orElse("")
                    + ". Wait for it to end, or use another folder.");
        }
    }
}
