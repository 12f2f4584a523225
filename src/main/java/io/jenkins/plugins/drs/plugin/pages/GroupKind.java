package io.jenkins.plugins.drs.plugin.pages;

import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.plugin.configuration.entry.Entries;
import io.jenkins.plugins.drs.plugin.configuration.entry.GroupEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.InvalidEntryException;
import io.jenkins.plugins.drs.plugin.configuration.store.Edit;
import io.jenkins.plugins.drs.plugin.configuration.store.Edits;
import java.util.List;

/** Protection groups. */
final class GroupKind extends Kind<ProtectionGroup, GroupEntry> {
    @Override
    String path() {
        return "groups";
    }

    @Override
    ItemKind inDiffs() {
        return ItemKind.PROTECTION_GROUP;
    }

    @Override
    String title() {
        return Messages.groups();
    }

    @Override
    String add() {
        return Messages.groups_add();
    }

    @Override
    Class<GroupEntry> entryType() {
        return GroupEntry.class;
    }

    @Override
    List<ProtectionGroup> all(DrConfiguration configuration) {
        return configuration.protectionGroups();
    }

    @Override
    String name(ProtectionGroup item) {
        return item.groupName();
    }

    @Override
    String about(ProtectionGroup item) {
        return item.description();
    }

    @Override
    GroupEntry entry(ProtectionGroup item) {
        return Entries.entry(item);
    }

    @Override
    ProtectionGroup item(GroupEntry entry) throws InvalidEntryException {
        return Entries.group(entry);
    }

    @Override
    ProtectionGroup named(ProtectionGroup item, String name) {
        return item.withName(name);
    }

    @Override
    Edit adding(ProtectionGroup item) {
        return Edits.add(item);
    }

    @Override
    Edit changing(String former, ProtectionGroup item) {
        return Edits.change(former, item);
    }

    @Override
    Edit removing(String name) {
        return Edits.removeGroup(name);
    }

    @Override
    Usage usage(DrConfiguration configuration) {
        return Usage.ofGroups(configuration);
    }
}
