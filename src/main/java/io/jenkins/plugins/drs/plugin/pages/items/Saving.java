package io.jenkins.plugins.drs.plugin.pages.items;

import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.plugin.configuration.entry.DocumentEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.InvalidEntryException;
import io.jenkins.plugins.drs.plugin.configuration.store.Edit;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.pages.shared.ProblemView;
import io.jenkins.plugins.drs.plugin.pages.shared.View;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;

/** One attempt to save a form. What was entered is never lost: the form comes back with it. */
final class Saving<R, E extends DocumentEntry<E>> {
    private final ItemForm<R, E> form;
    private final Kind<R, E> kind;
    private final long madeFrom;
    private final String why;

    Saving(ItemForm<R, E> form, long madeFrom, String why) {
        this.form = form;
        this.kind = form.kind();
        this.madeFrom = madeFrom;
        this.why = why;
    }

    HttpResponse save(E entered) throws IOException {
        R item;
        try {
            item = kind.form().item().of(entered);
        } catch (InvalidEntryException e) {
            return again(form.refused(input(entered, madeFrom), problems(e.errors())), 400);
        }
        Edit edit = form.former()
                .map(name -> kind.changes().changing().apply(name, item))
                .orElseGet(() -> kind.changes().adding().apply(item));
        try {
            PlanStore.get().edit(madeFrom, edit, reason(item));
            return HttpResponses.redirectViaContextPath(Address.item(kind.path(), kind.name(item)));
        } catch (InvalidConfigurationException e) {
            return again(form.refused(input(entered, madeFrom), problems(e.errors())), 400);
        } catch (StaleConfigurationException e) {
            return stale(entered, edit, item, e);
        }
    }

    /** The form now carries the revision that is shown with it, so that saving it again is a choice. */
    private HttpResponse stale(E entered, Edit edit, R item, StaleConfigurationException refusal) throws IOException {
        StoredConfiguration current = PlanStore.get().current();
        Set<String> names = new LinkedHashSet<>(form.former().stream().toList());
        names.add(kind.name(item));
        Optional<DrConfiguration> seen = StaleNotice.seen(madeFrom);
        StaleNotice notice =
                StaleNotice.between(refusal.fact(), seen, current.configuration(), edit, kind.inDiffs(), names);
        return again(form.stale(input(entered, current.revision()), notice), HttpServletResponse.SC_CONFLICT);
    }

    private ItemForm.Input<E> input(E entered, long revision) {
        return new ItemForm.Input<>(Optional.of(entered), revision, why);
    }

    private static List<ProblemView> problems(List<Problem> errors) {
        return errors.stream().map(ProblemView::of).toList();
    }

    private String reason(R item) {
        if (!why.isBlank()) {
            return why;
        }
        String what = kind.inDiffs().words();
        return form.former().isPresent()
                ? Messages.why_changed(what, kind.name(item))
                : Messages.why_added(what, kind.name(item));
    }

    private static HttpResponse again(ItemForm<?, ?> form, int status) {
        return View.of(form, "index").withStatus(status);
    }
}
