package io.jenkins.plugins.drs.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A checkout with the real launcher, but sources, Maven and Java that are stand-ins; its path has spaces. */
final class Checkout {
    private static final List<String> TOOLS = List.of(
            "cat", "cp", "dirname", "find", "head", "ln", "mkdir", "mv", "readlink", "rm", "sed", "sleep", "touch");

    final Path root;
    final Path tools;
    private final Map<String, String> environment = new HashMap<>();

    Checkout(Path temp) throws IOException {
        root = Files.createDirectories(temp.toRealPath().resolve("my projects/drs of mine"));
        tools = Files.createDirectories(temp.toRealPath().resolve("tools"));
        Files.copy(Path.of("drs"), root.resolve("drs"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String tool : TOOLS) {
            script(tools.resolve(tool), "exec " + found(tool) + " \"$@\"");
        }
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.createDirectories(source().getParent());
        Files.writeString(source(), "class A {}");
    }

    Path source() {
        return root.resolve("src/main/java/A.java");
    }

    private static Path found(String tool) {
        return List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Expected " + tool + " in /usr/bin or /bin"));
    }

    /** A Java that tells its version and otherwise where it was started, with what. */
    Checkout withJava(String version) throws IOException {
        return withJava(tools, version);
    }

    Checkout withJava(Path folder, String version) throws IOException {
        return script(folder.resolve("java"), """
                if [ "$1" = -XshowSettings:properties ]; then echo 'openjdk version "%s" 2024-01-16' >&2; exit 0; fi
                echo "in $PWD"
                for argument; do echo "argument $argument"; done
                exit ${EXIT_CODE:-0}
                """.formatted(version));
    }

    /** A Maven that counts its builds. */
    Checkout withMaven() throws IOException {
        return withMaven("""
                echo built >> builds
                mkdir -p target/drs
                echo jar > target/aws-drs-orchestration-1.jar
                echo lib/a.jar:lib/b.jar > target/drs/libraries
                """);
    }

    Checkout withMaven(String script) throws IOException {
        return script(tools.resolve("mvn"), script);
    }

    private Checkout script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    Checkout with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    long builds() throws IOException {
        Path builds = root.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    /** Makes a file or folder look changed after the last build. */
    void touch(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
    }

    /** Makes everything look as if it had been there long before. */
    void age() throws IOException {
        try (var paths = Files.walk(root.resolve("src"))) {
            for (Path path : paths.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
            }
        }
        Files.setLastModifiedTime(
                root.resolve("pom.xml"), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return runFrom(root, root.resolve("drs"), arguments);
    }

    Run runFrom(Path folder, Path launcher, String... arguments) throws IOException, InterruptedException {
        return finish(start(folder, launcher, arguments));
    }

    Process start(Path folder, Path launcher, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Run finish(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes());
        String errors = new String(process.getErrorStream().readAllBytes());
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("Expected the launcher to end, but it still runs");
        }
        return new Run(process.exitValue(), output, errors);
    }

    /** What came of a start. */
    record Run(int exitCode, String output, String errors) {}
}
