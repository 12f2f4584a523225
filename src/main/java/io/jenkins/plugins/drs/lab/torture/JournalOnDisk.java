package io.jenkins.plugins.drs.lab.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/** The journal's file, in memory where the machine has a place for that, as forcing it to a disk takes longest of all. */
final class JournalOnDisk implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path folder;
    private long size;
    private long writeBegan;

    JournalOnDisk() throws IOException {
        folder = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "drs-torture")
                : Files.createTempDirectory("drs-torture");
    }

    Path file() {
        return folder.resolve("audit.jsonl");
    }

    Path folder() {
        return folder;
    }

    /** Whether an event that was just heard is the first of its write. */
    boolean isNewWrite() {
        long now = sizeNow();
        if (now == size) {
            return false;
        }
        writeBegan = size;
        size = now;
        return true;
    }

    /** The process died in the middle of the last write: as if so many thousandths of it were on the disk. */
    void tear(int share) {
        cut(writeBegan + (size - writeBegan) * share / 1000);
    }

    void cut(long bytes) {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number of whole lines; what comes next is a new write. */
    long lines() {
        try {
            size = sizeNow();
            return Files.exists(file())
                    ? text().chars().filter(letter -> letter == '\n').count()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long sizeNow() {
        try {
            return Files.exists(file()) ? Files.size(file()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() throws IOException {
        return Files.exists(file()) ? Files.readAllBytes(file()) : new byte[0];
    }

    void put(byte[] bytes) throws IOException {
        Files.write(file(), bytes);
    }

    String text() throws IOException {
        return Files.readString(file());
    }

    /** What else was written into a folder, all in one. */
    static String everythingIn(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(file.getFileName())
                        .append('\n')
                        .append(Files.readString(file))
                        .append('\n');
            }
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        List<Path> paths;
        try (var files = Files.walk(folder)) {
            paths = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
