package io.jenkins.plugins.drs.engine.document.diff;

import java.util.Locale;

/** What a configuration is made of. */
public enum ItemKind {
    TARGET_ACCOUNT("targetAccounts", "accountId"),
    PROTECTION_GROUP("protectionGroups", "groupName"),
    RECOVERY_PLAN("recoveryPlans", "planName"),

    /** A field at the top of the document that this version does not know. */
    UNKNOWN_FIELD("", "");

    private final String list;
    private final String nameField;

    ItemKind(String list, String nameField) {
        this.list = list;
        this.nameField = nameField;
    }

    /** The list of the document that holds such items; empty for {@link #UNKNOWN_FIELD}. */
    public String list() {
        return list;
    }

    String nameField() {
        return nameField;
    }

    /** For people: {@code protection group}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
