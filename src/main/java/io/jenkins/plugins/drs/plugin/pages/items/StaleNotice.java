package io.jenkins.plugins.drs.plugin.pages.items;

import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.ItemChange;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.configuration.store.Edit;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.pages.shared.DiffView;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What somebody is told whose page was stale: what the other changed, and what saving again would change. */
public final class StaleNotice {
    private final String message;
    private final Optional<DiffView> theirs;
    private final DiffView mine;

    private StaleNotice(String message, Optional<DiffView> theirs, DiffView mine) {
        this.message = PlainText.line(message);
        this.theirs = theirs;
        this.mine = mine;
    }

    /**
     * Compares both changes with what they were made to. Shows roles, too: whoever saves may change plans.
     *
     * @param seen what the page was made from; empty when the history does not have it any longer
     * @param names of the item, before and after either change
     */
    static StaleNotice between(
            String message,
            Optional<DrConfiguration> seen,
            DrConfiguration current,
            Edit edit,
            ItemKind kind,
            Set<String> names) {
        Predicate<ItemChange> same = change -> change.kind() == kind
                && names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT)
                        .equals(change.name().toLowerCase(Locale.ROOT)));
        return new StaleNotice(
                message,
                seen.map(before -> DiffView.of(ConfigurationDiff.between(before, current), same)),
                DiffView.of(ConfigurationDiff.between(current, edit.apply(current)), change -> true));
    }

    /** What a page was made from; empty when the history does not have it any longer. */
    public static Optional<DrConfiguration> seen(long revision) throws IOException {
        return revision == 0
                ? Optional.of(DrConfiguration.EMPTY)
                : PlanStore.get().at(revision).map(StoredConfiguration::configuration);
    }

    public String getMessage() {
        return message;
    }

    /** What the other changed; null when that is not known any longer. */
    public DiffView getTheirs() {
        return theirs.orElse(null);
    }

    /** What saving again would change. */
    public DiffView getMine() {
        return mine;
    }
}
