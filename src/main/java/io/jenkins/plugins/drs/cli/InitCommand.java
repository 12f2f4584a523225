package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.cli.run.Inventory;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.sdk.CommandLineSettings;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.online.StartingConfiguration;
import io.jenkins.plugins.drs.engine.online.TagKeys;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drs init}: a configuration to begin with, made of the source servers that exist. */
@Command(
        name = "init",
        description = "Writes a configuration to begin with, made of an account's source servers. Reads only.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @Option(
            names = "--region",
            paramLabel = "REGION",
            split = ",",
            description = "Where DRS replicates the servers; may be repeated. By default as for the AWS CLI.")
    private List<String> regions = List.of();

    @Option(
            names = "--application-tag",
            paramLabel = "KEY",
            description =
                    "Tag that names a server's application; by default DR-Application, else a usual one that is used.")
    private String applicationTag;

    @Option(
            names = "--tier-tag",
            paramLabel = "KEY",
            description = "Tag that names a server's tier; by default DR-Tier, else a usual one that is used.")
    private String tierTag;

    @Mixin
    private OutputOptions output;

    @Mixin
    private AwsOptions aws;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        output.refuseWhatExists();
        Inventory inventory = inventory();
        PrintWriter err = Terminal.err(spec);
        inventory.uninitialized().forEach(region -> err.println("DRS was never set up in " + region + "; left out."));
        List<String> places = List.copyOf(inventory.servers().keySet());
        var servers =
                inventory.servers().values().stream().flatMap(List::stream).toList();
        if (servers.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOT_SUCCEEDED,
                    "Account " + inventory.accountId() + " has no source servers"
                            + (places.isEmpty() ? "" : " in " + String.join(", ", places))
                            + ". Name their Region with --region, or install the replication agent on them first.");
        }
        TagKeys keys = TagKeys.of(Optional.ofNullable(applicationTag), Optional.ofNullable(tierTag), servers);
        StartingConfiguration start =
                StartingConfiguration.of(inventory.servers(), keys, Optional.of(inventory.accountId()));
        output.write(document(inventory, start, keys), spec.commandLine());
        err.println(Shown.count(start.configuration().recoveryPlans().size(), "plan") + ", "
                + Shown.count(start.configuration().protectionGroups().size(), "protection group") + ", "
                + Shown.count(servers.size(), "source server") + ".");
        return ExitCode.GOOD;
    }

    private Inventory inventory() throws InterruptedException {
        try {
            return Inventory.of(aws.surroundings(), places());
        } catch (AwsFailure failure) {
            throw new CommandFailure(ExitCode.AWS, failure.getMessage());
        }
    }

    private Collection<String> places() {
        for (String region : regions) {
            if (!region.matches("[a-z]{2}(-[a-z]{2,12}){1,2}-[0-9]{1,2}")) {
                throw new CommandFailure(
                        ExitCode.INVALID, "Expected a Region such as us-east-1, but got " + Shown.quoted(region) + ".");
            }
        }
        if (!regions.isEmpty()) {
            return new TreeSet<>(regions);
        }
        return List.of(CommandLineSettings.region(Optional.empty(), Optional.ofNullable(aws.profile))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.INVALID, "No Region is given. Add --region, such as --region us-east-1.")));
    }

    private String document(Inventory inventory, StartingConfiguration start, TagKeys keys) {
        return output.format() == DocumentFormat.YAML
                ? new StartingDocument(inventory, start, keys).text()
                : DocumentWriter.text(start.configuration(), DocumentFormat.JSON);
    }
}
