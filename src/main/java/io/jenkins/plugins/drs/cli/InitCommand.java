package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.cli.run.Inventory;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.aws.sdk.CommandLineSettings;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.online.StartingConfiguration;
import io.jenkins.plugins.drs.engine.online.StartingConfiguration.GroupFacts;
import io.jenkins.plugins.drs.engine.online.TagKeys;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drs init}: a configuration to begin with, made of the source servers that exist. */
@Command(
        name = "init",
        description = "Creates a first configuration from an account's source servers. Reads only.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @Option(
            names = "--region",
            paramLabel = "REGION",
            split = ",",
            description = "Where DRS replicates the servers; can be repeated. Default: as for the AWS CLI.")
    private List<String> regions = List.of();

    @Option(
            names = "--application-tag",
            paramLabel = "KEY",
            description = "Tag with a server's application. Default: DR-Application, or else another common tag.")
    private String applicationTag;

    @Option(
            names = "--tier-tag",
            paramLabel = "KEY",
            description = "Tag with a server's tier. Default: DR-Tier, or else another common tag.")
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
            throw new CommandFailure(ExitCode.AWS, failure.explained());
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

    /** A starting configuration as YAML with comments that say what to edit. */
    static final class StartingDocument {
        private static final int MOST_NAMED = 10;
        private static final String GROUP = "- groupName: ";
        private static final String PLAN = "- planName: ";

        private final Inventory inventory;
        private final StartingConfiguration start;
        private final TagKeys keys;

        StartingDocument(Inventory inventory, StartingConfiguration start, TagKeys keys) {
            this.inventory = inventory;
            this.start = start;
            this.keys = keys;
        }

        /** The writer begins each group and each plan with a line of its own, in the order of the configuration. */
        String text() {
            StringBuilder text = new StringBuilder(head());
            int groups = 0;
            int plans = 0;
            for (String line : DocumentWriter.text(start.configuration(), DocumentFormat.YAML)
                    .split("\n")) {
                if (line.startsWith(GROUP)) {
                    comment(text, groups++, group -> about(start.groups().get(group)));
                } else if (line.startsWith(PLAN)) {
                    comment(text, plans++, plan -> about(start.applications().get(plan)));
                }
                text.append(line).append('\n');
            }
            return text.toString();
        }

        private static void comment(StringBuilder text, int index, IntFunction<List<String>> lines) {
            lines.apply(index).forEach(line -> text.append("# ").append(line).append('\n'));
        }

        private String head() {
            int servers =
                    inventory.servers().values().stream().mapToInt(List::size).sum();
            return String.join(
                    "\n",
                    "# A first configuration: the %d source servers of account %s in %s."
                            .formatted(
                                    servers,
                                    inventory.accountId(),
                                    String.join(", ", inventory.servers().keySet())),
                    "# Plans are the values of the tag %s, waves those of %s. Edit it:"
                            .formatted(Shown.quoted(keys.application()), Shown.quoted(keys.tier())),
                    """
                    #  1. the order of waves: recover first what others need. A wave waits for the previous wave, unless it has dependsOn
                    #  2. rto and rpo of each plan, such as 'rto: PT1H' and 'rpo: PT15M', and when it is drilled: schedule: "H 3 * * 6"
                    #  3. where groups are launched: launchConfig: {subnetId: subnet-..., securityGroupIds: [sg-...]}. Default: as configured in DRS
                    #  4. runbooks before and after waves: preWaveActions, postWaveActions
                    # Then: ./drs validate --online FILE, ./drs check FILE. docs/plan-format.md explains every field.
                    """);
        }

        private List<String> about(GroupFacts group) {
            String line = group.servers().size()
                    + (group.servers().size() == 1 ? " server: " : " servers: ")
                    + group.servers().stream()
                            .limit(MOST_NAMED)
                            .map(StartingDocument::named)
                            .collect(Collectors.joining(", "))
                    + (group.servers().size() > MOST_NAMED
                            ? " and " + (group.servers().size() - MOST_NAMED) + " more"
                            : "");
            if (group.tier().isEmpty()) {
                return List.of(
                        line,
                        "Listed by ID, because they have no tag of their own. Tag them in DRS, then"
                                + " select them by tags.");
            }
            return group.hasUsualTier()
                    ? List.of(line)
                    : List.of(line, "The name of this tier does not show its order: move its wave to the right place.");
        }

        private static String named(SourceServer server) {
            String state = server.replicationState().equals("CONTINUOUS") ? "" : " (" + server.replicationState() + ")";
            return Shown.plain(server.hostname().isEmpty() ? server.sourceServerId() : server.hostname())
                    + Shown.plain(state);
        }

        private List<String> about(Optional<String> application) {
            return application.isPresent()
                    ? List.of("The application " + Shown.quoted(application.get()))
                    : List.of("Servers without the tag " + Shown.quoted(keys.application())
                            + ". Tag them in DRS, or take apart by hand what does not belong together.");
        }
    }
}
