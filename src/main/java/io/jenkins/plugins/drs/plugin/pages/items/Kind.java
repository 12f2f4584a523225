package io.jenkins.plugins.drs.plugin.pages.items;

import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import io.jenkins.plugins.drs.plugin.configuration.entry.AccountEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.DocumentEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.Entries;
import io.jenkins.plugins.drs.plugin.configuration.entry.GroupEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.InvalidEntryException;
import io.jenkins.plugins.drs.plugin.configuration.entry.PlanEntry;
import io.jenkins.plugins.drs.plugin.configuration.store.Edit;
import io.jenkins.plugins.drs.plugin.configuration.store.Edits;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What pages need to know of one kind of items.
 *
 * @param <R> the item
 * @param <E> what its form binds
 * @param path step of the path
 */
public record Kind<R, E extends DocumentEntry<E>>(
        String path,
        ItemKind inDiffs,
        Supplier<String> title,
        Supplier<String> add,
        Items<R> items,
        Form<R, E> form,
        Changes<R> changes) {
    public static final Kind<RecoveryPlan, PlanEntry> PLANS = new Kind<>(
            "plans",
            ItemKind.RECOVERY_PLAN,
            Messages::plans,
            Messages::plans_add,
            new Items<>(
                    DrConfiguration::recoveryPlans,
                    RecoveryPlan::planName,
                    RecoveryPlan::description,
                    configuration -> Usage.NONE),
            new Form<>(PlanEntry.class, Entries::entry, Entries::plan, RecoveryPlan::withName),
            new Changes<>(Edits::add, Edits::change, Edits::removePlan));

    public static final Kind<ProtectionGroup, GroupEntry> GROUPS = new Kind<>(
            "groups",
            ItemKind.PROTECTION_GROUP,
            Messages::groups,
            Messages::groups_add,
            new Items<>(
                    DrConfiguration::protectionGroups,
                    ProtectionGroup::groupName,
                    ProtectionGroup::description,
                    Usage::ofGroups),
            new Form<>(GroupEntry.class, Entries::entry, Entries::group, ProtectionGroup::withName),
            new Changes<>(Edits::add, Edits::change, Edits::removeGroup));

    public static final Kind<TargetAccount, AccountEntry> ACCOUNTS = new Kind<>(
            "accounts",
            ItemKind.TARGET_ACCOUNT,
            Messages::accounts,
            Messages::accounts_add,
            new Items<>(
                    DrConfiguration::targetAccounts,
                    TargetAccount::accountId,
                    TargetAccount::accountName,
                    Usage::ofAccounts),
            new Form<>(
                    AccountEntry.class,
                    Entries::entry,
                    Entries::account,
                    (it, name) -> new TargetAccount(
                            name, it.accountName(), it.assumeRoleName(), it.externalId(), it.unknown())),
            new Changes<>(Edits::add, Edits::change, Edits::removeAccount));

    /**
     * The items of a configuration.
     *
     * @param about for people who look for one of many; may be empty
     */
    record Items<R>(
            Function<DrConfiguration, List<R>> all,
            Function<R, String> name,
            Function<R, String> about,
            Function<DrConfiguration, Usage> usage) {}

    /**
     * The form of an item.
     *
     * @param named the same under another name
     */
    record Form<R, E>(Class<E> type, Function<R, E> entry, Reading<R, E> item, BiFunction<R, String, R> named) {}

    /** Makes an item of what a form binds. */
    interface Reading<R, E> {
        R of(E entry) throws InvalidEntryException;
    }

    /**
     * What becomes of an item.
     *
     * @param changing by its former name
     * @param removing by its name
     */
    record Changes<R>(
            Function<R, Edit> adding, BiFunction<String, R, Edit> changing, Function<String, Edit> removing) {}

    List<R> all(DrConfiguration configuration) {
        return items.all().apply(configuration);
    }

    String name(R item) {
        return items.name().apply(item);
    }

    /** Whether there are copies; accounts are named by their number, so a copy would need another identity. */
    boolean copies() {
        return inDiffs != ItemKind.TARGET_ACCOUNT;
    }

    Optional<R> find(DrConfiguration configuration, String name) {
        return all(configuration).stream()
                .filter(item -> name(item).equalsIgnoreCase(name))
                .findFirst();
    }

    /** A name that nothing of this kind has. */
    String freeName(DrConfiguration configuration, String like) {
        String base = Messages.copy(like);
        String free = base;
        for (int number = 2; find(configuration, free).isPresent(); number++) {
            free = base + " " + number;
        }
        return free;
    }
}
