package io.jenkins.plugins.drs.plugin.pages.items;

import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.configuration.entry.DocumentEntry;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.pages.shared.Access;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.pages.shared.Refused;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jenkins.model.ModelObjectWithContextMenu;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** One item: its form, a form with a copy of it, and its removal. */
public class ItemPage<R, E extends DocumentEntry<E>> implements ModelObjectWithContextMenu, StaplerProxy {
    private final Kind<R, E> kind;
    private final StoredConfiguration stored;
    private final String name;
    private final Optional<R> item;

    public ItemPage(Kind<R, E> kind, StoredConfiguration stored, String name) {
        this.kind = kind;
        this.stored = stored;
        this.item = kind.find(stored.configuration(), name);
        this.name = item.map(kind::name).orElse(name);
    }

    /** An item that is gone has no pages, but a form that was opened before can still be sent. */
    @Override
    public Object getTarget() {
        if (item.isEmpty() && !"POST".equals(Stapler.getCurrentRequest2().getMethod())) {
            throw Refused.notFound(Messages.gone(kind.inDiffs().words(), name), Address.list(kind.path()));
        }
        return this;
    }

    protected final R item() {
        return item.orElseThrow(HttpResponses::notFound);
    }

    protected final StoredConfiguration stored() {
        return stored;
    }

    @Override
    public String getDisplayName() {
        return PlainText.line(name);
    }

    /** The name as it is stored, to be sent back. */
    public String getName() {
        return name;
    }

    /** Relative to Jenkins' root. */
    public String getUrl() {
        return Address.item(kind.path(), name);
    }

    public boolean isConfigurable() {
        return Access.mayConfigure();
    }

    public long getRevision() {
        return stored.revision();
    }

    public ItemForm<R, E> getEdit() {
        return new ItemForm<>(
                kind,
                Optional.of(name),
                new ItemForm.Input<>(item.map(kind.form().entry()), stored.revision(), ""));
    }

    public ItemForm<R, E> getCopy() {
        R copy = kind.form().named().apply(item(), kind.freeName(stored.configuration(), name));
        return new ItemForm<>(
                kind,
                Optional.empty(),
                new ItemForm.Input<>(Optional.of(kind.form().entry().apply(copy)), stored.revision(), ""));
    }

    /** Removes the item, unless others need it. */
    @RequirePOST
    public HttpResponse doDelete(@QueryParameter long revision) throws IOException {
        Access.checkConfigure();
        item();
        List<String> users = kind.items().usage().apply(stored.configuration()).of(name);
        if (!users.isEmpty()) {
            return Refused.conflict(Messages.inUse(kind.inDiffs().words(), name), users(users), getUrl());
        }
        try {
            PlanStore.get()
                    .edit(
                            revision,
                            kind.changes().removing().apply(name),
                            Messages.why_removed(kind.inDiffs().words(), name));
            return HttpResponses.redirectViaContextPath(Address.list(kind.path()));
        } catch (StaleConfigurationException | InvalidConfigurationException e) {
            return Refused.conflict(e.getMessage(), List.of(), getUrl());
        }
    }

    private List<Refused.Link> users(List<String> users) {
        return users.stream()
                .map(user -> {
                    boolean plan = stored.configuration().plan(user).isPresent();
                    return new Refused.Link(user, Address.item(plan ? "plans" : "groups", user));
                })
                .toList();
    }

    @Override
    public ContextMenu doContextMenu(StaplerRequest2 request, StaplerResponse2 response) {
        ContextMenu menu = new ContextMenu();
        if (isConfigurable()) {
            String root = request.getContextPath() + "/" + getUrl();
            menu.add(root + "edit/", "symbol-edit", Messages.edit());
            if (kind.copies()) {
                menu.add(root + "copy/", "symbol-document-text", Messages.copyIt());
            }
        }
        return menu;
    }
}
