package io.jenkins.plugins.drs.plugin.pages;

import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import io.jenkins.plugins.drs.plugin.configuration.entry.AccountEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.Entries;
import io.jenkins.plugins.drs.plugin.configuration.entry.InvalidEntryException;
import io.jenkins.plugins.drs.plugin.configuration.store.Edit;
import io.jenkins.plugins.drs.plugin.configuration.store.Edits;
import java.util.List;

/** Target accounts. They are named by their number, so there are no copies. */
final class AccountKind extends Kind<TargetAccount, AccountEntry> {
    @Override
    String path() {
        return "accounts";
    }

    @Override
    ItemKind inDiffs() {
        return ItemKind.TARGET_ACCOUNT;
    }

    @Override
    String title() {
        return Messages.accounts();
    }

    @Override
    String add() {
        return Messages.accounts_add();
    }

    @Override
    Class<AccountEntry> entryType() {
        return AccountEntry.class;
    }

    @Override
    List<TargetAccount> all(DrConfiguration configuration) {
        return configuration.targetAccounts();
    }

    @Override
    String name(TargetAccount item) {
        return item.accountId();
    }

    @Override
    String about(TargetAccount item) {
        return item.accountName();
    }

    @Override
    AccountEntry entry(TargetAccount item) {
        return Entries.entry(item);
    }

    @Override
    TargetAccount item(AccountEntry entry) throws InvalidEntryException {
        return Entries.account(entry);
    }

    @Override
    TargetAccount named(TargetAccount item, String name) {
        return new TargetAccount(name, item.accountName(), item.assumeRoleName(), item.externalId(), item.unknown());
    }

    @Override
    Edit adding(TargetAccount item) {
        return Edits.add(item);
    }

    @Override
    Edit changing(String former, TargetAccount item) {
        return Edits.change(former, item);
    }

    @Override
    Edit removing(String name) {
        return Edits.removeAccount(name);
    }

    @Override
    Usage usage(DrConfiguration configuration) {
        return Usage.ofAccounts(configuration);
    }

    @Override
    boolean copies() {
        return false;
    }
}
