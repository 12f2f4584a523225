package io.jenkins.plugins.drs.lab.bench;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.document.DraftDocument;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.ConfigurationStore;
import io.jenkins.plugins.drs.engine.document.store.FolderStore;
import io.jenkins.plugins.drs.engine.document.store.HistoryPolicy;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.transfer.ConfigurationExport;
import io.jenkins.plugins.drs.engine.document.transfer.ConfigurationImport;
import io.jenkins.plugins.drs.engine.document.transfer.ExportRequest;
import io.jenkins.plugins.drs.engine.document.transfer.ImportRequest;
import io.jenkins.plugins.drs.engine.document.transfer.ImportResult;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times what is done with a large configuration: 10,000 groups, 1,000 plans of 10 waves, in one process from cold. */
final class DocumentBench {
    private final PrintWriter out;
    private final Path folder;

    /** @param folder a new one; what is written there stays */
    DocumentBench(PrintWriter out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** Tells the times of each step, and the memory in use at the end. */
    void run(DocumentFormat format, int groups, int plans) throws Exception {
        byte[] document = DocumentWriter.write(LargeConfiguration.of(groups, plans), format);
        out.printf("%s, %,d groups, %,d plans: %,d bytes%n", format, groups, plans, document.length);
        String name = "large." + format.name().toLowerCase(Locale.ROOT);
        ReadResult read = timed("read and validate", () -> DocumentReader.read(document, name));
        expect(read.problems().isEmpty(), read.problems().toString());
        ConfigurationStore store = new FolderStore(folder, HistoryPolicy.DEFAULT);
        ImportResult first = timed("import into an empty store", () -> imported(store, document, name));
        expect(
                first.outcome() == ImportResult.Outcome.IMPORTED,
                first.problems().toString());
        byte[] exported = timed("export", () -> export(store.current().configuration(), format));
        ImportResult again = timed("import what was exported", () -> imported(store, exported, name));
        expect(
                again.outcome() == ImportResult.Outcome.UNCHANGED,
                again.diff().counts().toString());
        Runtime runtime = Runtime.getRuntime();
        out.printf(
                "%-28s %,d MB of %,d%n",
                "heap in use", (runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
    }

    private static ImportResult imported(ConfigurationStore store, byte[] document, String name)
            throws IOException, StaleConfigurationException {
        DraftDocument draft = DocumentReader.draft(document, name, DocumentLimits.DEFAULT);
        Change change = new Change("bench", Instant.now(), Change.Kind.IMPORT, "");
        return ConfigurationImport.run(store, draft, ImportRequest.DEFAULT, change);
    }

    private static byte[] export(DrConfiguration configuration, DocumentFormat format) {
        return ConfigurationExport.write(configuration, new ExportRequest(List.of(), format, ExportMetadata.NONE));
    }

    private <T> T timed(String what, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        long processor = processorTime();
        T result = work.call();
        Duration spent = Duration.ofNanos(processorTime() - processor);
        Duration passed = Duration.ofNanos(System.nanoTime() - start);
        out.printf("%-28s %,d ms, of the processors %,d ms%n", what, passed.toMillis(), spent.toMillis());
        return result;
    }

    /** Of all threads, compiler and collector included; the machine may be busy with other things. */
    private static long processorTime() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("Expected the benchmark's document to be taken, but: " + otherwise);
        }
    }

    /** {@code drs bench documents}: what is done with a large configuration. */
    @Command(
            name = "documents",
            description = "Times reading, validating, importing and exporting a large configuration.",
            mixinStandardHelpOptions = true)
    static final class DocumentBenchCommand implements Callable<Integer> {
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
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        }
    }
}
