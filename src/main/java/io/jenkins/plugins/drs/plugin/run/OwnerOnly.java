package io.jenkins.plugins.drs.plugin.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only the user may read whom Jenkins runs as. */
final class OwnerOnly {
    private OwnerOnly() {}

    /** Makes the folder if it is not there, and keeps others out of it. */
    static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
        return folder;
    }

    /** Makes the file if it is not there, before anything is in it. */
    static Path file(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        restrict(file, "rw-------");
        return file;
    }

    /** Windows has no such permissions: there, those of JENKINS_HOME hold. */
    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
