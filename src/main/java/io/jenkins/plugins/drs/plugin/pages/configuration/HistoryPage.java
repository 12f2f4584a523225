package io.jenkins.plugins.drs.plugin.pages.configuration;

import hudson.model.ModelObject;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.store.DamagedStoreException;
import io.jenkins.plugins.drs.engine.document.store.HistoryEntry;
import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.pages.configuration.RevisionPage.RevisionView;
import io.jenkins.plugins.drs.plugin.pages.items.StaleNotice;
import io.jenkins.plugins.drs.plugin.pages.shared.Access;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.pages.shared.DiffView;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.pages.shared.Paging;
import io.jenkins.plugins.drs.plugin.pages.shared.Refused;
import io.jenkins.plugins.drs.plugin.pages.shared.View;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** Who changed the configuration, when and why; what any two revisions differ in; and the way back. */
public final class HistoryPage implements ModelObject {
    private static final String URL = Address.ROOT + "/history/";

    @Override
    public String getDisplayName() {
        return Messages.history();
    }

    /** A page of the changes that are kept, newest first. */
    public Paging<RevisionView> page(String query, String number) throws IOException {
        List<RevisionView> revisions =
                PlanStore.get().history().stream().map(RevisionView::new).toList();
        return Paging.of(revisions, Paging.words(query, RevisionView::text), number);
    }

    public long getCurrent() throws IOException {
        return PlanStore.get().current().revision();
    }

    public boolean isConfigurable() {
        return Access.mayConfigure();
    }

    /** What one revision changed; its address is its number. */
    public RevisionPage getRevision(String number) throws IOException {
        long revision = number(number);
        HistoryEntry entry = PlanStore.get().history().stream()
                .filter(kept -> kept.revision() == revision)
                .findFirst()
                .orElseThrow(() -> Refused.notFound(Messages.notKept(number), URL));
        return new RevisionPage(entry, PlanStore.get().current().revision());
    }

    private static long number(String text) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw Refused.notFound(Messages.noRevision(), URL);
        }
        return Long.parseLong(text);
    }

    /** What makes one revision of another; 404 with a reason when one of them is not kept. */
    public HttpResponse doCompare(@QueryParameter String from, @QueryParameter String to) throws IOException {
        Access.checkView();
        try {
            ConfigurationDiff difference = ConfigurationDiff.between(at(from), at(to));
            return View.of(new ComparisonPage(from, to, DiffView.of(difference)), "index");
        } catch (DamagedStoreException e) {
            return Refused.conflict(e.getMessage(), List.of(), URL);
        }
    }

    private static DrConfiguration at(String number) throws IOException {
        return StaleNotice.seen(number(number)).orElseThrow(() -> Refused.notFound(Messages.notKept(number), URL));
    }

    /** Puts an older revision back, as a new one. */
    @RequirePOST
    public HttpResponse doRollback(@QueryParameter long to, @QueryParameter long current, @QueryParameter String why)
            throws IOException {
        Access.checkConfigure();
        try {
            PlanStore.get().rollback(current, to, why == null || why.isBlank() ? Messages.why_rollback(to) : why);
            return HttpResponses.redirectViaContextPath(URL);
        } catch (StaleConfigurationException | InvalidConfigurationException | NoSuchElementException e) {
            return Refused.conflict(e.getMessage(), List.of(), URL);
        }
    }

    /** What makes one revision of another. */
    public record ComparisonPage(String from, String to, DiffView difference) implements ModelObject {
        @Override
        public String getDisplayName() {
            return Messages.comparison(from, to);
        }

        public DiffView getDifference() {
            return difference;
        }
    }
}
