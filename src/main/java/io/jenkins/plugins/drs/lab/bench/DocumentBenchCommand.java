package io.jenkins.plugins.drs.lab.bench;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drs bench documents}: what is done with a large configuration. */
@Command(
        name = "documents",
        description = "Times reading, validating, importing and exporting a large configuration.",
        mixinStandardHelpOptions = true)
final class DocumentBenchCommand implements Callable<Integer> {
    @Option(names = "--groups", defaultValue = "10000", description = "Protection groups. Default: 10000.")
    private int groups;

    @Option(names = "--plans", defaultValue = "1000", description = "Plans, of ten waves each. Default: 1000.")
    private int plans;

    @Option(names = "--format", defaultValue = "JSON", description = "json or yaml. Default: json.")
    private DocumentFormat format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("drs-bench");
        try {
            new DocumentBench(spec.commandLine().getOut(), folder.resolve("store")).run(format, groups, plans);
            return ExitCode.GOOD;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
