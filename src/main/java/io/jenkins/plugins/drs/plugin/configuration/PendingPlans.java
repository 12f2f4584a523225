package io.jenkins.plugins.drs.plugin.configuration;

import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.plugin.configuration.entry.AccountEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.Entries;
import io.jenkins.plugins.drs.plugin.configuration.entry.GroupEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.InvalidEntryException;
import io.jenkins.plugins.drs.plugin.configuration.entry.PlanEntry;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** Lists that were set and are not stored yet. */
final class PendingPlans {
    private Optional<List<AccountEntry>> accounts = Optional.empty();
    private Optional<List<GroupEntry>> groups = Optional.empty();
    private Optional<List<PlanEntry>> plans = Optional.empty();

    void accounts(List<AccountEntry> set) {
        accounts = Optional.of(set == null ? List.of() : set);
    }

    void groups(List<GroupEntry> set) {
        groups = Optional.of(set == null ? List.of() : set);
    }

    void plans(List<PlanEntry> set) {
        plans = Optional.of(set == null ? List.of() : set);
    }

    /** @throws IllegalArgumentException with all problems, when there are errors */
    void store(PlanStore store) {
        String who = Jenkins.getAuthentication2().getName();
        Change change = new Change(who, Instant.now(), Change.Kind.CODE, "Configuration as code");
        try {
            StoredConfiguration current = store.current();
            DrConfiguration next = Entries.replaced(current.configuration(), accounts, groups, plans);
            store.replace(current.revision(), next, change);
        } catch (InvalidEntryException e) {
            throw refused(e.errors(), e);
        } catch (InvalidConfigurationException e) {
            throw refused(e.errors(), e);
        } catch (StaleConfigurationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The disaster recovery configuration cannot be stored: " + e, e);
        }
    }

    private static IllegalArgumentException refused(List<Problem> errors, Exception cause) {
        String lines = errors.stream()
                .map(error -> "disasterRecovery" + error.pointer() + ": " + error.text())
                .collect(Collectors.joining("\n"));
        return new IllegalArgumentException(
                "The disaster recovery configuration has " + errors.size() + (errors.size() == 1 ? " error" : " errors")
                        + "; nothing of it was stored:\n" + lines,
                cause);
    }
}
