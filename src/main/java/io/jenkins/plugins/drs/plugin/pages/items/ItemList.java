package io.jenkins.plugins.drs.plugin.pages.items;

import hudson.model.ModelObject;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.configuration.entry.DocumentEntry;
import io.jenkins.plugins.drs.plugin.pages.shared.Access;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.pages.shared.Paging;
import java.util.List;
import java.util.Optional;

/** All items of a kind. */
public class ItemList<R, E extends DocumentEntry<E>> implements ModelObject {
    private final Kind<R, E> kind;
    private final StoredConfiguration stored;

    public ItemList(Kind<R, E> kind, StoredConfiguration stored) {
        this.kind = kind;
        this.stored = stored;
    }

    protected final StoredConfiguration stored() {
        return stored;
    }

    @Override
    public String getDisplayName() {
        return kind.title().get();
    }

    public String getAdd() {
        return kind.add().get();
    }

    public boolean isConfigurable() {
        return Access.mayConfigure();
    }

    /** Address of the list, relative to Jenkins' root. */
    public String getUrl() {
        return Address.list(kind.path());
    }

    public boolean isNone() {
        return kind.all(stored.configuration()).isEmpty();
    }

    /** A page of those that match. */
    public Paging<Row> page(String query, String number) {
        Usage usage = kind.items().usage().apply(stored.configuration());
        List<Row> rows = kind.all(stored.configuration()).stream()
                .map(item -> new Row(
                        kind.path(), kind.name(item), kind.items().about().apply(item), usage))
                .toList();
        return Paging.of(rows, Paging.words(query, row -> row.getName() + " " + row.getAbout()), number);
    }

    /** A form for one more. */
    public ItemForm<R, E> getNew() {
        Access.checkConfigure();
        return new ItemForm<>(kind, Optional.empty(), new ItemForm.Input<>(Optional.empty(), stored.revision(), ""));
    }

    /** The item of that name as addresses write it. */
    public ItemPage<R, E> getItem(String token) {
        return new ItemPage<>(kind, stored, Address.name(token));
    }

    /** One item in the list. */
    public record Row(String path, String name, String about, Usage usage) {
        public String getName() {
            return PlainText.line(name);
        }

        public String getAbout() {
            return PlainText.line(about);
        }

        public String getUrl() {
            return Address.item(path, name);
        }

        /** Names of those that use it. */
        public List<String> getUsers() {
            return usage.of(name).stream().map(PlainText::line).toList();
        }
    }
}
