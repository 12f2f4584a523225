package io.jenkins.plugins.drs.engine.document.sync;

import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.ItemChange;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.document.sync.ItemPick.ItemKey;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a sync would do, item by item: what the document said at the last sync, what is stored, and what the document
 * says now. Pure.
 *
 * <p>An item was changed by hand when it is not as the last sync of the source left it. What the document does not have
 * and the source never had counts as added by hand, unless it is of another source: those are left alone.
 *
 * @param target what is to be stored
 * @param applied from what is stored to the target; empty when there is nothing to do
 * @param manual what was changed by hand and is not in the document: from the last sync, or, before the first one, from
 *     the document, to what is stored
 * @param merged the document with what was changed by hand, to be committed
 * @param foreign items of the document that another source has, too, and that mean something else there
 */
public record Reconciliation(
        DrConfiguration target,
        ConfigurationDiff applied,
        ConfigurationDiff manual,
        DrConfiguration merged,
        List<String> foreign) {

    public Reconciliation {
        foreign = List.copyOf(foreign);
    }

    static Reconciliation of(SyncBase base, DrConfiguration stored, DrConfiguration wanted, OnManualChange policy) {
        Set<ItemKey> others = ItemKey.all(base.others());
        Set<ItemKey> manual = manual(base, stored, wanted);
        manual.removeAll(others);
        DrConfiguration target = ItemPick.of(
                stored,
                wanted,
                key -> !others.contains(key) && (policy == OnManualChange.OVERWRITE || !manual.contains(key)));
        DrConfiguration merged =
                ItemPick.of(ItemPick.only(stored, key -> !others.contains(key)), wanted, key -> !manual.contains(key));
        DrConfiguration before = base.synced().orElse(wanted);
        return new Reconciliation(
                target,
                ConfigurationDiff.between(stored, target),
                ConfigurationDiff.between(
                        ItemPick.only(before, manual::contains), ItemPick.only(stored, manual::contains)),
                merged,
                foreign(others, stored, wanted));
    }

    /** Sources may share an item, such as an account, as long as they say the same about it. */
    private static List<String> foreign(Set<ItemKey> others, DrConfiguration stored, DrConfiguration wanted) {
        return ConfigurationDiff.between(stored, wanted).changes().stream()
                .filter(change -> change.type() != ItemChange.Type.REMOVED)
                .filter(change -> change.kind() != ItemKind.UNKNOWN_FIELD)
                .filter(change -> others.contains(ItemKey.of(change.kind(), change.name())))
                .map(change -> change.kind().words() + " " + Shown.quoted(change.name()))
                .toList();
    }

    /** Items that are not as a sync left them, nor as the document wants them. */
    private static Set<ItemKey> manual(SyncBase base, DrConfiguration stored, DrConfiguration wanted) {
        Set<ItemKey> manual = new HashSet<>(ItemKey.differing(stored, wanted));
        manual.retainAll(ItemKey.differing(base.syncedOrEmpty(), stored));
        base.unconfirmed().ifPresent(begun -> manual.retainAll(ItemKey.differing(begun, stored)));
        return manual;
    }

    /** The way back from a change that was made, without what others changed since. */
    static DrConfiguration undone(DrConfiguration before, DrConfiguration made, DrConfiguration now) {
        Set<ItemKey> since = ItemKey.differing(made, now);
        return ItemPick.of(now, before, key -> !since.contains(key));
    }

    /**
     * What is known from earlier syncs.
     *
     * @param synced what the document said at the last sync of this source; empty before the first
     * @param unconfirmed what it said when a sync began that was cut off, so that some items may stand as it said
     * @param others items of other sources
     */
    record SyncBase(Optional<DrConfiguration> synced, Optional<DrConfiguration> unconfirmed, DrConfiguration others) {
        static final SyncBase NONE = new SyncBase(Optional.empty(), Optional.empty(), DrConfiguration.EMPTY);

        DrConfiguration syncedOrEmpty() {
            return synced.orElse(DrConfiguration.EMPTY);
        }
    }
}
