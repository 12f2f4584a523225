package io.jenkins.plugins.drs.engine.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The journal of a drill in a folder of its own: in memory where the machine has such a place, for its many syncs. */
final class JournalFile {
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path folder;

    JournalFile() {
        try {
            folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "drill")
                    : Files.createTempDirectory("drill");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return folder.resolve("audit.jsonl");
    }

    /** Cuts off what a crash would not have let reach the disk. */
    void keepLines(long count) {
        try {
            List<String> lines = Files.readAllLines(path());
            String kept = String.join("\n", lines.subList(0, (int) Math.min(count, lines.size()))) + "\n";
            Files.writeString(path(), kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
