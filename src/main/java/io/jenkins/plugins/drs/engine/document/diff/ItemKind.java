package io.jenkins.plugins.drs.engine.document.diff;

import java.util.Locale;

/** What a configuration is made of. */
public enum ItemKind {
    TARGET_ACCOUNT("targetAccounts"),
    PROTECTION_GROUP("protectionGroups"),
    RECOVERY_PLAN("recoveryPlans"),

    /** A field at the top of the document that this version does not know. */
    UNKNOWN_FIELD("");

    private final String list;

    ItemKind(String list) {
        this.list = list;
    }

    /** The list of the document that holds such items; empty for {@link #UNKNOWN_FIELD}. */
    public String list() {
        return list;
    }

    /** For people: {@code protection group}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
