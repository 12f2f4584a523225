package io.jenkins.plugins.drs.engine.document.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The steps by which files change. Each of them is whole or not done after a crash, but for {@link #write}. */
public interface Disk {
    /** Writes a new file and forces it to the disk. After a crash the file may be there in part. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Puts a file in place of another one, or where there is none, and forces the folder to the disk. */
    void move(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /** The disk of the machine. */
    Disk REAL = new Disk() {
        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            Files.deleteIfExists(file);
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Path folder = to.toAbsolutePath().getParent();
            if (folder != null) {
                force(folder);
            }
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        /** Not every system can open a folder; where it cannot, it forces renames by itself or not at all. */
        private void force(Path folder) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException notSupported) {
                // The rename is done; how soon it is on the disk is the system's business.
            }
        }
    };
}
