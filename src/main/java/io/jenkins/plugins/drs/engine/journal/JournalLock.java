package io.jenkins.plugins.drs.engine.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a journal to one writer. Lies in a file of its own, because closing any other handle on a locked file gives
 * the lock back on POSIX systems. The file stays: removing it would let two writers in at the same moment.
 */
final class JournalLock implements AutoCloseable {
    private final FileChannel channel;

    private JournalLock(FileChannel channel) {
        this.channel = channel;
    }

    static JournalLock take(Path journal) throws IOException {
        Path file = journal.resolveSibling("." + journal.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new JournalInUseException(journal);
        }
        return new JournalLock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
