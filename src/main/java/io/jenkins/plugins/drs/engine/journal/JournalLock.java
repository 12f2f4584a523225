package io.jenkins.plugins.drs.engine.journal;

import io.jenkins.plugins.drs.engine.journal.Journal.JournalInUseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a journal to one writer. Lies in a file of its own, because closing any other handle on a locked file gives
 * the lock back on POSIX systems. The file stays: removing it would let two writers in at the same moment.
 */
final class JournalLock implements AutoCloseable {
    /** Those of this process: not even a second try may open their files, as its end would give the lock back. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final int LONGEST_OWNER = 200;

    private final Path file;
    private final FileChannel channel;

    private JournalLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static JournalLock take(Path journal) throws IOException {
        Path folder = journal.toAbsolutePath().resolveSibling("").toRealPath();
        Path file = folder.resolve("." + journal.getFileName() + ".lock");
        if (!HELD.add(file)) {
            throw new JournalInUseException(journal, Optional.of("this process"));
        }
        try {
            return new JournalLock(file, locked(journal, file));
        } catch (IOException | RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static FileChannel locked(Path journal, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new JournalInUseException(journal, owner(file));
            }
            note(channel);
            return channel;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new JournalInUseException(journal, owner(file));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Says whose it is, for the message that others get; a full disk does not keep anybody from the lock. */
    private static void note(FileChannel channel) {
        String owner = "process " + ProcessHandle.current().pid();
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            // the lock is what counts
        }
    }

    private static Optional<String> owner(Path file) {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() || text.length() > LONGEST_OWNER ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
