package io.jenkins.plugins.drs.engine.document.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Lets one writer at a time change a store, among the threads of this process and among processes. The others wait;
 * a change takes as long as writing a few files. The system gives the lock back when a process dies.
 */
public final class StoreLock implements AutoCloseable {
    /** File locks belong to the process, so its threads need a lock of their own. */
    private static final Map<Path, Semaphore> THREADS = new ConcurrentHashMap<>();

    private final Semaphore threads;
    private final FileChannel channel;

    private StoreLock(Semaphore threads, FileChannel channel) {
        this.threads = threads;
        this.channel = channel;
    }

    /** Waits for the lock of a folder that exists. */
    public static StoreLock take(Path folder) throws IOException {
        Semaphore threads = THREADS.computeIfAbsent(folder.toRealPath(), path -> new Semaphore(1));
        threads.acquireUninterruptibly();
        try {
            return new StoreLock(threads, locked(folder.resolve(".lock")));
        } catch (IOException | RuntimeException e) {
            threads.release();
            throw e;
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            threads.release();
        }
    }
}
