package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.transfer.ConfigurationExport;
import io.jenkins.plugins.drs.engine.document.transfer.ExportRequest;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drs export}: a store's configuration as a document. */
@Command(
        name = "export",
        description = "Writes the stored configuration as a document of version 2.1.0.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions store;

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--plan",
            paramLabel = "NAME",
            description = "Only this plan, with the groups and accounts that it uses; may be repeated.")
    private List<String> plans = List.of();

    @Option(names = "--source-account", paramLabel = "ID", description = "Account to name as the document's origin.")
    private String sourceAccount;

    @Option(names = "--source-region", paramLabel = "CODE", description = "Region to name as the document's origin.")
    private String sourceRegion;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        DocumentFormat format = output.format();
        ExportRequest request = new ExportRequest(plans, format, metadata());
        byte[] document;
        try {
            document = ConfigurationExport.write(store.existing().current().configuration(), request);
        } catch (NoSuchElementException unknownPlan) {
            throw new CommandFailure(ExitCode.INVALID, unknownPlan.getMessage() + ".");
        }
        output.write(new String(document, StandardCharsets.UTF_8), spec.commandLine());
        return ExitCode.GOOD;
    }

    private ExportMetadata metadata() {
        return new ExportMetadata(
                ExportMetadata.CURRENT_VERSION,
                Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()),
                Optional.ofNullable(sourceAccount),
                Optional.ofNullable(sourceRegion),
                Optional.ofNullable(System.getProperty("user.name")),
                Map.of());
    }
}
