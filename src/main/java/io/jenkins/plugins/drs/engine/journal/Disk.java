package io.jenkins.plugins.drs.engine.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Where a journal's file is. There is one real one; tests have disks that fill up. */
@FunctionalInterface
public interface Disk {
    /** The disk of the machine. */
    Disk REAL = file -> {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new ChannelStore(channel, file, ChannelStore.identity(file));
    };

    /** Opens a file to append to; makes it when it is not there. */
    Store open(Path file) throws IOException;

    /** An open file. */
    interface Store extends Closeable {
        /** Writes at the end; the bytes are on the disk when this returns. What fails may have written some of them. */
        void append(byte[] bytes) throws IOException;

        /** Takes away what lies behind {@code length}; the next write goes there. */
        void cut(long length) throws IOException;
    }

    /**
     * A file of the machine.
     *
     * @param key what the file system calls the file itself, whatever its name; empty where it has no such thing
     */
    record ChannelStore(FileChannel channel, Path file, Optional<Object> key) implements Store {
        static Optional<Object> identity(Path file) throws IOException {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        }

        /** An open file takes bytes though its name is gone, and nobody would find them again. */
        private void refuseWhenGone() throws IOException {
            boolean same;
            try {
                same = identity(file).equals(key);
            } catch (IOException gone) {
                same = false;
            }
            if (!same) {
                throw new JournalGoneException();
            }
        }

        @Override
        public void append(byte[] bytes) throws IOException {
            refuseWhenGone();
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
        }

        @Override
        public void cut(long length) throws IOException {
            channel.truncate(length);
            channel.position(length);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Another file, or none, is where a journal was. */
    final class JournalGoneException extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        JournalGoneException() {
            super("it was removed, moved or replaced while the execution ran");
        }
    }
}
