package io.jenkins.plugins.drs.plugin.pages.configuration;

import hudson.model.ModelObject;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.DiffText;
import io.jenkins.plugins.drs.engine.document.store.HistoryEntry;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.pages.items.StaleNotice;
import io.jenkins.plugins.drs.plugin.pages.shared.Access;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.pages.shared.DiffView;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import java.io.IOException;
import java.util.Date;
import org.kohsuke.stapler.HttpResponses;

/** What one revision changed, and what putting it back would change. */
public record RevisionPage(HistoryEntry entry, long current) implements ModelObject {
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

    /** A change of the configuration in the list of all. */
    public record RevisionView(HistoryEntry entry) {
        public long getRevision() {
            return entry.revision();
        }

        public String getUrl() {
            return Address.ROOT + "/history/revision/" + entry.revision() + "/";
        }

        public String getWho() {
            return PlainText.line(entry.change().who());
        }

        public Date getWhen() {
            return Date.from(entry.change().when());
        }

        public String getWhy() {
            return PlainText.line(entry.change().why());
        }

        /** By which way it came, for people. */
        public String getWay() {
            return switch (entry.change().kind()) {
                case EDIT -> Messages.way_edit();
                case IMPORT -> Messages.way_import();
                case CODE -> Messages.way_code();
                case SYNC -> Messages.way_sync();
                case ROLLBACK -> Messages.way_rollback();
                case UNKNOWN -> Messages.way_unknown();
            };
        }

        public String getSummary() {
            return DiffText.summary(entry.counts());
        }

        /** Why the entry cannot be read; empty when it can. */
        public String getDamage() {
            return PlainText.line(entry.damage().orElse(""));
        }

        /** What is looked for words in. */
        String text() {
            return getRevision() + " " + getWho() + " " + getWhy() + " " + getWay() + " " + getSummary();
        }
    }
}
