package io.jenkins.plugins.drs.engine.redaction;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** The secrets that an execution has come to know. They stay in memory. Safe for use by several threads. */
public final class KnownSecrets {
    private final Set<String> values = new LinkedHashSet<>();
    private final Predicate<String> isPublic;
    private volatile Redaction redaction = Redaction.NONE;

    /** @param isPublic whether a text may be shown although it is in a secret, such as a word of the plan */
    public KnownSecrets(Predicate<String> isPublic) {
        this.isPublic = isPublic;
    }

    /** Has these values hidden from now on, besides those that are known. */
    public synchronized void add(Collection<String> more) {
        if (values.addAll(more)) {
            redaction = Redaction.of(values, isPublic);
        }
    }

    /** What hides all that is known now. */
    public Redaction redaction() {
        return redaction;
    }
}
