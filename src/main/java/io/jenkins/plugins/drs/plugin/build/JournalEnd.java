package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.audit.Anchor;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.Serializable;
import java.util.Optional;

/** The end of a journal, kept with the build and so apart from the journal: it shows whether that was cut off. */
final class JournalEnd implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long events;
    private final String lastHash;

    JournalEnd(DrillResult result) {
        this.events = result.audit().journal().events();
        this.lastHash = result.audit().journal().lastHash().orElse(null);
    }

    /** Empty when the hash was not known. */
    Optional<Anchor> anchor() {
        return Optional.ofNullable(lastHash)
                .map(hash -> Anchor.keptElsewhere(Messages.AuditWords_record(), Optional.of(events), hash));
    }
}
