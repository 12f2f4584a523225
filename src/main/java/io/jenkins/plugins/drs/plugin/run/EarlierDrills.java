package io.jenkins.plugins.drs.plugin.run;

import hudson.model.Run;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurations;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurationsCollector;

/** What a drill can learn from the last good one of the same plan in the same job, so that it looks at AWS in time. */
final class EarlierDrills {
    /** Some ten thousand servers; to read more would keep the build waiting. */
    private static final long MOST_BYTES = 64L << 20;

    private final DrillIndex index;
    private final ExecutionFolders folders;

    EarlierDrills(DrillIndex index, ExecutionFolders folders) {
        this.index = index;
        this.folders = folders;
    }

    /** How long things took; empty of knowledge where there is no such drill, or its journal cannot be read. */
    EarlierDurations of(Run<?, ?> build, DrillRequest wanted) {
        String plan = wanted.planName();
        return index.of(build.getParent()).stream()
                .filter(drill -> drill.succeeded()
                        && drill.mode().name().equals(wanted.mode().name())
                        && drill.record().planName().equals(plan))
                .findFirst()
                .map(drill -> EarlierDurationsCollector.from(
                        folders.journal(drill.record().executionId()), MOST_BYTES))
                .orElse(EarlierDurations.NONE);
    }
}
