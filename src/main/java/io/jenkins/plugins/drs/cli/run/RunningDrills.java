package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * Executions that run on this machine for this user. Each holds a lock on a file with its name for as long as it runs;
 * a crash gives the lock back, so that its instances count as left behind from then on.
 */
final class RunningDrills implements OtherExecutions {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private final Path folder;

    RunningDrills(Path folder) {
        this.folder = folder;
    }

    /** Those of the user who runs this process. */
    static RunningDrills ofUser() {
        return new RunningDrills(Path.of(System.getProperty("user.home"), ".drs", "running"));
    }

    /** The note that an execution runs; it ends when this is closed. */
    interface Note extends AutoCloseable {
        @Override
        void close();
    }

    /** Says that an execution runs. Where that cannot be noted the execution goes on without. */
    Note note(String executionId) {
        Path file = folder.resolve(executionId + ".lock");
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return () -> end(channel, file);
            }
            channel.close();
        } catch (IOException | OverlappingFileLockException e) {
            return () -> {};
        }
        return () -> {};
    }

    private static void end(FileChannel channel, Path file) {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The lock goes with the channel; a file without one says nothing.
        }
    }

    @Override
    public Known find(String executionId) {
        return isLocked(executionId) ? new Known(Stage.RUNNING, "on this machine") : Known.NOTHING;
    }

    private boolean isLocked(String executionId) {
        Path file = folder.resolve(ID.matcher(executionId).matches() ? executionId + ".lock" : "");
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
