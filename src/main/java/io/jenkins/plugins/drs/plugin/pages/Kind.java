package io.jenkins.plugins.drs.plugin.pages;

import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.entry.DocumentEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.InvalidEntryException;
import io.jenkins.plugins.drs.plugin.configuration.store.Edit;
import java.util.List;
import java.util.Optional;

/**
 * What pages need to know of one kind of items.
 *
 * @param <R> the item
 * @param <E> what its form binds
 */
abstract class Kind<R, E extends DocumentEntry<E>> {
    /** Step of the path. */
    abstract String path();

    abstract ItemKind inDiffs();

    abstract String title();

    abstract String add();

    abstract Class<E> entryType();

    abstract List<R> all(DrConfiguration configuration);

    abstract String name(R item);

    /** For people who look for one of many; may be empty. */
    abstract String about(R item);

    abstract E entry(R item);

    abstract R item(E entry) throws InvalidEntryException;

    /** The same under another name. */
    abstract R named(R item, String name);

    abstract Edit adding(R item);

    abstract Edit changing(String former, R item);

    abstract Edit removing(String name);

    abstract Usage usage(DrConfiguration configuration);

    /** An address of a copy; empty where a copy would need another identity than its name. */
    boolean copies() {
        return true;
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
