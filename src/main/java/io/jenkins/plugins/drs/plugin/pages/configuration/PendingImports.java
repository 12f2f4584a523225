package io.jenkins.plugins.drs.plugin.pages.configuration;

import io.jenkins.plugins.drs.engine.document.migration.MigrationOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Documents between the dry run and the decision. Kept in memory, the last few only, and each for its owner alone. */
final class PendingImports {
    private static final int KEPT = 8;
    private static final PendingImports ALL = new PendingImports();

    private final Map<String, Pending> documents = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * A document that somebody wants to import.
     *
     * @param name for messages
     * @param options what a document of another format does not say
     */
    record Pending(String owner, String name, byte[] content, MigrationOptions options) {
        Pending with(MigrationOptions others) {
            return new Pending(owner, name, content, others);
        }
    }

    static PendingImports all() {
        return ALL;
    }

    /** The key under which its owner finds it again. */
    synchronized String add(Pending document) {
        String key = UUID.randomUUID().toString();
        documents.put(key, document);
        return key;
    }

    /** Empty when it is somebody else's, was imported, or had to make room. */
    synchronized Optional<Pending> find(String key, String owner) {
        return Optional.ofNullable(documents.get(key))
                .filter(document -> document.owner().equals(owner));
    }

    /** The same document, read with other options. */
    synchronized void replace(String key, Pending document) {
        documents.replace(key, document);
    }

    synchronized void remove(String key) {
        documents.remove(key);
    }
}
