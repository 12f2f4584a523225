package io.jenkins.plugins.drs.plugin.pages.configuration;

import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.document.transfer.ImportCounts;
import io.jenkins.plugins.drs.engine.document.transfer.ImportRequest.OnConflict;
import io.jenkins.plugins.drs.engine.document.transfer.ImportResult;
import io.jenkins.plugins.drs.engine.document.transfer.ImportResult.Outcome;
import io.jenkins.plugins.drs.plugin.pages.shared.DiffView;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.pages.shared.ProblemView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A dry run as the page shows it.
 *
 * @param counts of what would be done, also where warnings stand in its way
 */
public record ImportReport(OnConflict choice, ImportResult result, Map<ItemKind, ImportCounts> counts) {
    private static final int MOST = 200;

    /** {@code fail}, {@code skip} or {@code overwrite}. */
    public String getChoice() {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** The revision that it was compared with. */
    public long getRevision() {
        return result.revision();
    }

    public String getVerdict() {
        return switch (result.outcome()) {
            case POSSIBLE, IMPORTED -> Messages.import_possible();
            case UNCHANGED -> Messages.import_unchanged();
            case ERRORS -> Messages.import_errors();
            case WARNINGS -> Messages.import_warnings();
        };
    }

    /** Class of Jenkins' alerts. */
    public String getTone() {
        return switch (result.outcome()) {
            case POSSIBLE, IMPORTED, UNCHANGED -> "jenkins-alert-success";
            case ERRORS -> "jenkins-alert-danger";
            case WARNINGS -> "jenkins-alert-warning";
        };
    }

    /** Whether it can be imported, with or without force. */
    public boolean isImportable() {
        return result.outcome() == Outcome.POSSIBLE || isForced();
    }

    /** Whether it takes force to import it. */
    public boolean isForced() {
        return result.outcome() == Outcome.WARNINGS;
    }

    public List<ProblemView> getProblems() {
        return result.problems().stream().limit(MOST).map(ProblemView::of).toList();
    }

    public int getMoreProblems() {
        return Math.max(0, result.problems().size() - MOST);
    }

    public DiffView getDiff() {
        return DiffView.of(result.diff());
    }

    public List<Row> getCounts() {
        return Stream.of(ItemKind.TARGET_ACCOUNT, ItemKind.PROTECTION_GROUP, ItemKind.RECOVERY_PLAN)
                .map(kind -> new Row(kind, counts.getOrDefault(kind, ImportCounts.NONE)))
                .toList();
    }

    /** What becomes of the items of one kind. */
    public record Row(ItemKind kind, ImportCounts counts) {
        public String getKind() {
            return switch (kind) {
                case TARGET_ACCOUNT -> Messages.accounts();
                case PROTECTION_GROUP -> Messages.groups();
                default -> Messages.plans();
            };
        }

        public int getCreated() {
            return counts.created();
        }

        public int getUpdated() {
            return counts.updated();
        }

        public int getSkipped() {
            return counts.skipped();
        }

        public int getUnchanged() {
            return counts.unchanged();
        }

        public int getErrors() {
            return counts.errors().size();
        }
    }
}
