package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Executions that run on this machine for this user. Each holds a lock on a file with its name for as long as it runs, in
 * whichever folder its results are; a crash gives the lock back. Beside it lies which servers it claimed.
 */
final class RunningDrills implements OtherExecutions {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    static final Path HOME = Path.of(System.getProperty("user.home"), ".drs", "running");
    private static final String LOCK = ".lock";
    private static final String FOLDER = ".folder";
    private static final String SERVERS = ".servers";

    private final Path folder;
    private final String world;

    /** @param world what answers as AWS: servers of two simulators may have the same ids */
    RunningDrills(Path folder, String world) {
        this.folder = folder;
        this.world = world;
    }

    /** Those of the user who runs this process. */
    static RunningDrills ofUser(String world) {
        return new RunningDrills(HOME, world);
    }

    /** The note that an execution runs; it ends when this is closed. */
    interface Note extends AutoCloseable {
        /** Whether the execution could be noted, so that others on this machine know of it. */
        default boolean isKept() {
            return true;
        }

        @Override
        void close();
    }

    /**
     * Says that an execution runs.
     *
     * @param results its folder, for others to read
     * @throws ExecutionInUseException when another process runs the execution already, on whichever copy of its journal
     */
    Note note(String executionId, Path results) throws ExecutionInUseException {
        Path file = folder.resolve(executionId + LOCK);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel)) {
                Files.writeString(
                        beside(executionId, FOLDER), results.toAbsolutePath().normalize() + "\n");
                return () -> end(channel, executionId);
            }
            channel.close();
        } catch (IOException e) {
            return unkept();
        }
        throw new ExecutionInUseException(
                executionId, results, find(executionId).where());
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Note unkept() {
        return new Note() {
            @Override
            public boolean isKept() {
                return false;
            }

            @Override
            public void close() {
                // nothing was noted
            }
        };
    }

    private void end(FileChannel channel, String executionId) {
        try (channel) {
            Files.deleteIfExists(beside(executionId, SERVERS));
            Files.deleteIfExists(beside(executionId, FOLDER));
            Files.deleteIfExists(folder.resolve(executionId + LOCK));
        } catch (IOException e) {
            // The lock goes with the channel; a file without one says nothing.
        }
    }

    private Path beside(String executionId, String what) {
        return folder.resolve(executionId + what);
    }

    @Override
    public Known find(String executionId) {
        if (!ID.matcher(executionId).matches() || !Files.isRegularFile(folder.resolve(executionId + LOCK))) {
            return Known.NOTHING;
        }
        boolean running = isLocked(executionId);
        return lines(beside(executionId, FOLDER)).stream()
                .findFirst()
                .map(results -> new Known(running ? Stage.RUNNING : Stage.INTERRUPTED, "in " + results))
                .orElse(running ? new Known(Stage.RUNNING, "on this machine") : Known.NOTHING);
    }

    private boolean isLocked(String executionId) {
        Path file = folder.resolve(executionId + LOCK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** One process at a time looks at the claims of all others and makes its own. */
    @Override
    public Optional<Holder> claim(String executionId, Set<String> sourceServerIds) {
        synchronized (RunningDrills.class) {
            try {
                Files.createDirectories(folder);
                try (FileChannel channel = FileChannel.open(
                                folder.resolve("claims"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    Optional<Holder> holder = holder(executionId, sourceServerIds);
                    if (holder.isEmpty() && lock.isValid()) {
                        keep(executionId, sourceServerIds);
                    }
                    return holder;
                }
            } catch (IOException e) {
                return Optional.empty(); // no claims can be kept here; AWS still shows what others launch
            }
        }
    }

    private Optional<Holder> holder(String executionId, Set<String> wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SERVERS))
                    .map(name -> name.substring(0, name.length() - SERVERS.length()))
                    .filter(other -> !other.equals(executionId))
                    .sorted()
                    .flatMap(other -> holder(other, claimed(other), wanted).stream())
                    .findFirst();
        }
    }

    private Optional<Holder> holder(String other, Set<String> claimed, Set<String> wanted) {
        Set<String> both = new TreeSet<>(wanted);
        both.retainAll(claimed);
        return both.isEmpty() || !isRunning(other)
                ? Optional.empty()
                : Optional.of(new Holder(other, find(other).where(), both, false));
    }

    /** Servers that an execution claimed in this world; the first line names the world. */
    private Set<String> claimed(String executionId) {
        List<String> lines = lines(beside(executionId, SERVERS));
        return lines.isEmpty() || !lines.get(0).equals(world)
                ? Set.of()
                : new TreeSet<>(lines.subList(1, lines.size()));
    }

    private void keep(String executionId, Set<String> sourceServerIds) throws IOException {
        Set<String> all = new TreeSet<>(claimed(executionId));
        all.addAll(sourceServerIds);
        Files.writeString(beside(executionId, SERVERS), world + "\n" + String.join("\n", all) + "\n");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
