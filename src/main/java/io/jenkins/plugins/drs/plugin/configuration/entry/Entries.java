package io.jenkins.plugins.drs.plugin.configuration.entry;

import io.jenkins.plugins.drs.engine.document.DocumentFields;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
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
    private Entries() {}

    public static TargetAccount account(AccountEntry entry) throws InvalidEntryException {
        return read("targetAccounts", entry).targetAccounts().get(0);
    }

    public static ProtectionGroup group(GroupEntry entry) throws InvalidEntryException {
        return read("protectionGroups", entry).protectionGroups().get(0);
    }

    public static RecoveryPlan plan(PlanEntry entry) throws InvalidEntryException {
        return read("recoveryPlans", entry).recoveryPlans().get(0);
    }

    private static DrConfiguration read(String list, DocumentEntry<?> entry) throws InvalidEntryException {
        return configuration(DocumentReader.readUnvalidated(Map.of(list, documents(List.of(entry)))));
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
        Map<String, Object> document = DocumentWriter.tree(current);
        replace(document, "targetAccounts", accounts);
        replace(document, "protectionGroups", groups);
        replace(document, "recoveryPlans", plans);
        return configuration(DocumentReader.read(document));
    }

    private static void replace(
            Map<String, Object> document, String list, Optional<? extends List<? extends DocumentEntry<?>>> entries)
            throws InvalidEntryException {
        if (entries.isPresent()) {
            document.put(list, documents(entries.get()));
        }
    }

    private static List<Map<String, Object>> documents(List<? extends DocumentEntry<?>> entries)
            throws InvalidEntryException {
        try {
            return entries.stream().map(entry -> entry.toDocument()).toList();
        } catch (FurtherFields.UnreadableFieldsException e) {
            throw new InvalidEntryException(List.of(Problem.error(
                    "",
                    "Further fields cannot be read. " + e.getMessage(),
                    "Write them like {\"owner\": \"payments\"}, or leave the field empty")));
        } catch (IllegalArgumentException e) {
            throw new InvalidEntryException(List.of(Problem.error("", e.getMessage(), "Remove one of the two")));
        }
    }

    private static DrConfiguration configuration(ReadResult read) throws InvalidEntryException {
        if (read.configuration().isEmpty()) {
            throw new InvalidEntryException(
                    read.errors().stream().map(LocatedProblem::problem).toList());
        }
        return read.configuration().get();
    }

    public static AccountEntry entry(TargetAccount account) {
        return new AccountEntry(DocumentFields.ACCOUNT.write(account));
    }

    public static GroupEntry entry(ProtectionGroup group) {
        return new GroupEntry(DocumentFields.GROUP.write(group));
    }

    public static PlanEntry entry(RecoveryPlan plan) {
        return new PlanEntry(DocumentFields.PLAN.write(plan));
    }
}
