package io.jenkins.plugins.drs.plugin.configuration.entry;

import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns entries into records and back. Nothing is lost on the way: a record becomes an entry that becomes an equal
 * record.
 *
 * <p>Values must be of the right kind (a duration, a choice), else {@link InvalidEntryException} names each that is not.
 * Whether they make sense together is for the store to validate.
 */
public final class Entries {
    private static final DocumentLimits ANY_SIZE = new DocumentLimits(1L << 30, 100, Integer.MAX_VALUE);

    private static final String NAME = "entries.json";

    private Entries() {}

    public static TargetAccount account(AccountEntry entry) throws InvalidEntryException {
        return accounts(List.of(entry)).get(0);
    }

    public static ProtectionGroup group(GroupEntry entry) throws InvalidEntryException {
        return groups(List.of(entry)).get(0);
    }

    public static RecoveryPlan plan(PlanEntry entry) throws InvalidEntryException {
        return plans(List.of(entry)).get(0);
    }

    public static List<TargetAccount> accounts(List<AccountEntry> entries) throws InvalidEntryException {
        return read("targetAccounts", entries).targetAccounts();
    }

    public static List<ProtectionGroup> groups(List<GroupEntry> entries) throws InvalidEntryException {
        return read("protectionGroups", entries).protectionGroups();
    }

    public static List<RecoveryPlan> plans(List<PlanEntry> entries) throws InvalidEntryException {
        return read("recoveryPlans", entries).recoveryPlans();
    }

    /**
     * A configuration with some of its lists replaced, validated as a whole.
     *
     * @param accounts empty leaves them as they are; so do the others
     * @throws InvalidEntryException with every error of the whole
     */
    public static DrConfiguration replaced(
            DrConfiguration current,
            Optional<List<AccountEntry>> accounts,
            Optional<List<GroupEntry>> groups,
            Optional<List<PlanEntry>> plans)
            throws InvalidEntryException {
        Tree document = Tree.of(DocumentWriter.tree(current));
        replace(document, "targetAccounts", accounts);
        replace(document, "protectionGroups", groups);
        replace(document, "recoveryPlans", plans);
        return configuration(DocumentReader.read(bytes(document), NAME, ANY_SIZE));
    }

    private static void replace(Tree document, String list, Optional<? extends List<? extends Entry>> entries)
            throws InvalidEntryException {
        if (entries.isPresent()) {
            document.put(list, trees(entries.get()));
        }
    }

    private static DrConfiguration read(String list, List<? extends Entry> entries) throws InvalidEntryException {
        Tree document = new Tree().put(list, trees(entries));
        return configuration(DocumentReader.readUnvalidated(bytes(document), NAME, ANY_SIZE));
    }

    private static List<Tree> trees(List<? extends Entry> entries) throws InvalidEntryException {
        try {
            return entries.stream().map(Entry::toDocument).toList();
        } catch (Tree.UnreadableFieldsException e) {
            throw new InvalidEntryException(List.of(Problem.error(
                    "", e.getMessage(), "Write them like {\"owner\": \"payments\"}, or leave the field empty")));
        } catch (IllegalArgumentException e) {
            throw new InvalidEntryException(List.of(Problem.error("", e.getMessage(), "Remove one of the two")));
        }
    }

    private static byte[] bytes(Tree document) {
        return document.json().getBytes(StandardCharsets.UTF_8);
    }

    private static DrConfiguration configuration(ReadResult read) throws InvalidEntryException {
        if (read.configuration().isEmpty()) {
            throw new InvalidEntryException(
                    read.errors().stream().map(LocatedProblem::problem).toList());
        }
        return read.configuration().get();
    }

    public static AccountEntry entry(TargetAccount account) {
        DrConfiguration only = configuration(List.of(account), List.of(), List.of());
        return AccountEntry.of(tree(only, "targetAccounts"));
    }

    public static GroupEntry entry(ProtectionGroup group) {
        DrConfiguration only = configuration(List.of(), List.of(group), List.of());
        return GroupEntry.of(tree(only, "protectionGroups"));
    }

    public static PlanEntry entry(RecoveryPlan plan) {
        DrConfiguration only = configuration(List.of(), List.of(), List.of(plan));
        return PlanEntry.of(tree(only, "recoveryPlans"));
    }

    private static DrConfiguration configuration(
            List<TargetAccount> accounts, List<ProtectionGroup> groups, List<RecoveryPlan> plans) {
        return new DrConfiguration(ExportMetadata.NONE, accounts, groups, plans, Map.of());
    }

    private static Tree tree(DrConfiguration only, String list) {
        return Tree.of(DocumentWriter.tree(only)).objects(list).get(0);
    }
}
