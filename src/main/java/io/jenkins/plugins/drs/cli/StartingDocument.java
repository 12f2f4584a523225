package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.Inventory;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.online.StartingConfiguration;
import io.jenkins.plugins.drs.engine.online.StartingConfiguration.GroupFacts;
import io.jenkins.plugins.drs.engine.online.TagKeys;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** A starting configuration as YAML with comments that say what to edit. */
final class StartingDocument {
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
        for (String line :
                DocumentWriter.text(start.configuration(), DocumentFormat.YAML).split("\n")) {
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
        int servers = inventory.servers().values().stream().mapToInt(List::size).sum();
        return String.join(
                "\n",
                "# A configuration to begin with: the %d source servers of account %s in %s."
                        .formatted(
                                servers,
                                inventory.accountId(),
                                String.join(", ", inventory.servers().keySet())),
                "# Plans are the values of the tag %s, waves those of %s. Edit it:"
                        .formatted(Shown.quoted(keys.application()), Shown.quoted(keys.tier())),
                """
                #  1. the order of waves: what others need comes back first. A wave waits for the wave before it, unless it has dependsOn
                #  2. rto and rpo of each plan, such as 'rto: PT1H' and 'rpo: PT15M', and when it is drilled: schedule: "H 3 * * 6"
                #  3. where groups are launched: launchConfig: {subnetId: subnet-..., securityGroupIds: [sg-...]}. As DRS has it, without
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
                    "Listed by id, because they have no tag that tells them from others. Tag them in DRS, then"
                            + " select them by tags.");
        }
        return group.hasUsualTier()
                ? List.of(line)
                : List.of(line, "What this tier is for cannot be told from its name: put its wave where it belongs.");
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
