package io.jenkins.plugins.drs.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the script of the sample environment with an AWS CLI that is a stand-in. */
final class FakeAws {
    private static final Path SCRIPT =
            Path.of("samples/environment/environment").toAbsolutePath();

    private final Path folder;
    private final Path tools;

    /** What the script said, and its exit code. */
    record Ended(int code, String said) {}

    FakeAws(Path temp) throws IOException {
        folder = Files.createDirectories(temp.resolve("aws"));
        tools = Files.createDirectories(temp.resolve("tools"));
        Path cli = Files.copy(Path.of("src/test/resources/samples/aws"), tools.resolve("aws"));
        Files.setPosixFilePermissions(cli, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    FakeAws with(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return this;
    }

    boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    /** The calls that change something, by operation and what they are about. */
    List<String> changes() throws IOException {
        return calls().stream()
                .filter(call -> !call.contains(" describe-"))
                .map(FakeAws::shortly)
                .toList();
    }

    List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private static String shortly(String call) {
        List<String> words = List.of(call.split(" "));
        int name = Math.max(words.indexOf("--stack-name"), words.indexOf("--source-server-id"));
        return words.get(1) + (name < 0 ? "" : " " + words.get(name + 1));
    }

    Ended run(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", SCRIPT.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("FAKE_AWS", folder.toString());
        builder.environment().put("PATH", tools + ":" + builder.environment().get("PATH"));
        builder.environment().put("PAUSE_SECONDS", "0");
        builder.environment().putAll(variables);
        Path said = folder.resolveSibling("said");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("The script hangs: " + Files.readString(said));
        }
        return new Ended(process.exitValue(), Files.readString(said));
    }
}
