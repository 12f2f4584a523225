package io.jenkins.plugins.drs.plugin.pages;

import hudson.model.ModelObject;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.store.HistoryEntry;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponses;

/** What one revision changed, and what putting it back would change. */
public final class RevisionPage implements ModelObject {
    private final HistoryEntry entry;
    private final long current;

    RevisionPage(HistoryEntry entry, long current) {
        this.entry = entry;
        this.current = current;
    }

    @Override
    public String getDisplayName() {
        return Messages.revision(entry.revision());
    }

    public RevisionView getView() {
        return new RevisionView(entry);
    }

    public long getCurrent() {
        return current;
    }

    public boolean isNow() {
        return entry.revision() == current;
    }

    public boolean isConfigurable() {
        return Access.mayConfigure();
    }

    /** As it was recorded with the change; null when the entry is damaged. */
    public DiffView getChanges() throws IOException {
        return entry.damage().isPresent()
                ? null
                : PlanStore.get().changes(entry.revision()).map(DiffView::of).orElse(null);
    }

    /** What putting it back would change. */
    public DiffView getWayBack() throws IOException {
        return entry.damage().isPresent()
                ? null
                : DiffView.of(ConfigurationDiff.between(at(current), at(entry.revision())));
    }

    private static DrConfiguration at(long revision) throws IOException {
        return StaleNotice.seen(revision).orElseThrow(HttpResponses::notFound);
    }
}
