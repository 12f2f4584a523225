package io.jenkins.plugins.drs.engine.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where a journal's file is. There is one real one; tests have disks that fill up. */
@FunctionalInterface
public interface Disk {
    /** The disk of the machine. */
    Disk REAL = file -> new ChannelStore(
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));

    /** Opens a file to append to; makes it when it is not there. */
    Store open(Path file) throws IOException;

    /** An open file. */
    interface Store extends Closeable {
        /** Writes at the end; the bytes are on the disk when this returns. What fails may have written some of them. */
        void append(byte[] bytes) throws IOException;

        /** Takes away what lies behind {@code length}; the next write goes there. */
        void cut(long length) throws IOException;
    }

    /** A file of the machine. */
    record ChannelStore(FileChannel channel) implements Store {
        @Override
        public void append(byte[] bytes) throws IOException {
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
}
