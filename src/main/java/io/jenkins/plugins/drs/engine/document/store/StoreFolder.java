package io.jenkins.plugins.drs.engine.document.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a store: {@code configuration.json} is the current revision, {@code history/revision-N.json} are copies
 * of it and of the earlier ones.
 *
 * <p>The rename of {@code configuration.json} is the moment at which a change is made. The copy in the history follows;
 * where a crash kept it from being made, it is made before the next change.
 */
final class StoreFolder {
    private static final Pattern NAME = Pattern.compile("revision-([0-9]{1,18})\\.json");
    private static final String NEW = ".new";

    private final Path folder;
    private final Path current;
    private final Path history;
    private final Disk disk;

    StoreFolder(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
        current = folder.resolve("configuration.json");
        history = folder.resolve("history");
    }

    Path path() {
        return folder;
    }

    void create() throws IOException {
        Files.createDirectories(history);
    }

    /** The current revision; empty before the first change. */
    Optional<RevisionFile.Content> current() throws IOException {
        Optional<byte[]> bytes = bytes(current);
        if (bytes.isEmpty()) {
            refuseLost();
            return Optional.empty();
        }
        return Optional.of(content(
                current,
                bytes.get(),
                "Put the newest good file of " + history + " in its place, or restore it from a backup"));
    }

    private void refuseLost() throws IOException {
        List<Long> kept = revisions();
        if (!kept.isEmpty()) {
            throw new DamagedStoreException("The stored configuration " + current + " is missing, although " + history
                    + " holds its revisions. Copy " + file(kept.get(0)).getFileName()
                    + " there to its place, or remove the history as well to begin anew.");
        }
    }

    Optional<RevisionFile.Content> at(long revision) throws IOException {
        Optional<byte[]> bytes = bytes(file(revision));
        return bytes.isEmpty()
                ? Optional.empty()
                : Optional.of(content(file(revision), bytes.get(), "The current configuration is not affected"));
    }

    private static RevisionFile.Content content(Path file, byte[] bytes, String remedy) throws IOException {
        try {
            return RevisionFile.read(bytes);
        } catch (IllegalArgumentException damaged) {
            throw new DamagedStoreException("The stored configuration " + file + " is damaged: " + damaged.getMessage()
                    + ". " + remedy + ". Nothing was written.");
        }
    }

    private static Optional<byte[]> bytes(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    /** Makes a revision the current one, and puts a copy of it into the history. */
    void replace(long revision, byte[] bytes) throws IOException {
        Path newCurrent = folder.resolve(current.getFileName() + NEW);
        Path newCopy = history.resolve(file(revision).getFileName() + NEW);
        disk.write(newCopy, bytes);
        disk.write(newCurrent, bytes);
        disk.move(newCurrent, current);
        try {
            disk.move(newCopy, file(revision));
        } catch (IOException later) {
            // The change is made. Its copy is made before the next one.
        }
    }

    /** Puts the current revision into the history where a crash kept it from getting there. */
    void keep(long revision) throws IOException {
        if (Files.notExists(file(revision))) {
            Path copy = history.resolve(file(revision).getFileName() + NEW);
            disk.write(copy, Files.readAllBytes(current));
            disk.move(copy, file(revision));
        }
    }

    /** Removes a revision from the history; one that cannot be removed stays. */
    void forget(long revision) {
        try {
            disk.delete(file(revision));
        } catch (IOException stays) {
            // It is tried again after the next change.
        }
    }

    /** The revisions of the history, newest first. */
    List<Long> revisions() throws IOException {
        if (!Files.isDirectory(history)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(history)) {
            return files.map(file -> NAME.matcher(history.relativize(file).toString()))
                    .filter(Matcher::matches)
                    .map(matcher -> Long.valueOf(matcher.group(1)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** What the history says about a revision, without reading all of it; empty when it was removed meanwhile. */
    Optional<HistoryEntry> entry(long revision) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file(revision))) {
            reader.readLine();
            return Optional.of(
                    RevisionFile.header(String.valueOf(reader.readLine())).entry());
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException damaged) {
            return Optional.of(HistoryEntry.damaged(
                    revision, "The file " + file(revision) + " is damaged: " + damaged.getMessage()));
        }
    }

    private Path file(long revision) {
        return history.resolve(String.format("revision-%010d.json", revision));
    }
}
