package io.jenkins.plugins.drs.plugin.pages.items;

import hudson.model.Descriptor;
import hudson.model.ModelObject;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.plugin.configuration.entry.DocumentEntry;
import io.jenkins.plugins.drs.plugin.pages.shared.Access;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.pages.shared.ProblemView;
import io.jenkins.plugins.drs.plugin.pages.shared.Refused;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** The form of an item that is there, or of a new one. It carries the revision that it was made from. */
public final class ItemForm<R, E extends DocumentEntry<E>> implements ModelObject {
    private final Kind<R, E> kind;
    private final Optional<String> former;
    private final Input<E> input;
    private final List<ProblemView> problems;
    private final Optional<StaleNotice> stale;

    /**
     * What the form shows.
     *
     * @param entry empty for a form with nothing but defaults
     * @param revision that it was made from
     * @param why the reason that the person gave so far
     */
    record Input<E>(Optional<E> entry, long revision, String why) {}

    /** @param former name of the item; empty for a new one */
    ItemForm(Kind<R, E> kind, Optional<String> former, Input<E> input) {
        this(kind, former, input, List.of(), Optional.empty());
    }

    private ItemForm(
            Kind<R, E> kind,
            Optional<String> former,
            Input<E> input,
            List<ProblemView> problems,
            Optional<StaleNotice> stale) {
        this.kind = kind;
        this.former = former;
        this.input = input;
        this.problems = problems;
        this.stale = stale;
    }

    /** The same with what was entered and why it was not saved. */
    ItemForm<R, E> refused(Input<E> entered, List<ProblemView> found) {
        return new ItemForm<>(kind, former, entered, found, Optional.empty());
    }

    ItemForm<R, E> stale(Input<E> entered, StaleNotice notice) {
        return new ItemForm<>(kind, former, entered, List.of(), Optional.of(notice));
    }

    Kind<R, E> kind() {
        return kind;
    }

    Optional<String> former() {
        return former;
    }

    @Override
    public String getDisplayName() {
        return former.isPresent() ? Messages.edit() : kind.add().get();
    }

    public String getTitle() {
        return former.orElseGet(kind.add());
    }

    public String getKindTitle() {
        return kind.title().get();
    }

    /** What the controls show; null for defaults. */
    public E getEntry() {
        return input.entry().orElse(null);
    }

    public Descriptor<?> getDescriptor() {
        return Jenkins.get().getDescriptorOrDie(kind.form().type());
    }

    public long getRevision() {
        return input.revision();
    }

    public String getWhy() {
        return input.why();
    }

    public List<ProblemView> getProblems() {
        return problems;
    }

    /** Null unless somebody else changed the item in between. */
    public StaleNotice getStale() {
        return stale.orElse(null);
    }

    /** Whoever may not change it sees what is there. */
    public boolean isReadOnly() {
        return !Access.mayConfigure();
    }

    public boolean isExisting() {
        return former.isPresent();
    }

    public boolean isCopies() {
        return kind.copies();
    }

    public boolean isPlan() {
        return kind.inDiffs() == ItemKind.RECOVERY_PLAN;
    }

    /** Address of the item, or of the list where there is none, relative to Jenkins' root. */
    public String getUrl() {
        return former.map(name -> Address.item(kind.path(), name)).orElseGet(() -> Address.list(kind.path()));
    }

    /** Where the form is sent. */
    public String getSaveUrl() {
        return getUrl() + (former.isPresent() ? "edit/save" : "new/save");
    }

    public String getListUrl() {
        return Address.list(kind.path());
    }

    /** Saves what was entered; shows it again, with the reason, when that cannot be done. */
    @RequirePOST
    public HttpResponse doSave(StaplerRequest2 request) throws ServletException, IOException, Descriptor.FormException {
        Access.checkConfigure();
        JSONObject form = request.getSubmittedForm();
        E entered;
        try {
            entered = kind.form().type().cast(getDescriptor().newInstance(request, form.getJSONObject("entry")));
        } catch (LinkageError | IllegalArgumentException e) {
            return Refused.badRequest(Messages.unreadable(rootOf(e).getMessage()), getUrl());
        }
        return new Saving<>(this, revision(form.optString("revision")), form.optString("why")).save(entered);
    }

    /** What Stapler wraps: why a value could not be taken. */
    private static Throwable rootOf(Throwable problem) {
        return problem.getCause() == null ? problem : rootOf(problem.getCause());
    }

    /** A form that does not say counts as one of nothing, so that it is refused as stale where there is something. */
    private static long revision(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
