package io.jenkins.plugins.drs.view;

import hudson.model.Run;
import io.jenkins.plugins.drs.engine.history.Comparison;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.host.DrillRecord;
import io.jenkins.plugins.drs.host.ExecutionArchive;
import io.jenkins.plugins.drs.host.ExecutionView;
import java.util.List;
import java.util.Optional;

/** Compares an execution with the one of the same plan in the builds before. */
final class PreviousDrill {
    /** How many builds are looked at: each may have to be read from the disk. */
    private static final int BUILDS = 30;

    private PreviousDrill() {}

    /** Empty when none of the builds before ran the plan, or nothing is left of them. */
    static Optional<Comparison> compared(Run<?, ?> build, DrillResult result) {
        if (!result.run().mode().launches()) {
            return Optional.empty();
        }
        DrillSummary now = DrillSummary.of(result, true);
        Run<?, ?> before = build.getPreviousBuild();
        for (int count = 0; before != null && count < BUILDS; count++) {
            Optional<DrillSummary> found = in(before, now);
            if (found.isPresent()) {
                return found.map(previous -> Comparison.of(previous, now));
            }
            before = before.getPreviousBuild();
        }
        return Optional.empty();
    }

    private static Optional<DrillSummary> in(Run<?, ?> build, DrillSummary now) {
        DrillAction action = build.getAction(DrillAction.class);
        if (action == null) {
            return Optional.empty();
        }
        List<DrillSummary> same = action.entries().stream()
                .map(DrillEntry::record)
                .filter(record -> isOf(record, now))
                .flatMap(record -> ExecutionArchive.find(record.executionId()).flatMap(ExecutionView::result).stream())
                .map(result -> DrillSummary.of(result, true))
                .toList();
        return Comparison.previousOf(now, same);
    }

    private static boolean isOf(DrillRecord record, DrillSummary now) {
        return record.mode().launches() && record.planName().equals(now.run().planName());
    }
}
