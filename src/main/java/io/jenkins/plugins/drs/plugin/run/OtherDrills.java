package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import java.util.Optional;
import java.util.Set;

/**
 * What an execution may know of the others of this controller, and through it everybody who reads its console.
 *
 * @param reader build of the execution that asks
 */
record OtherDrills(ExecutionFolders folders, Claims claims, BuildRef reader) implements OtherExecutions {
    @Override
    public Known find(String executionId) {
        return folders.find(executionId)
                .map(other -> new Known(
                        folders.isOpen(executionId) ? Stage.RUNNING : Stage.ENDED,
                        "in " + other.build().toldIn(reader)))
                .orElse(Known.NOTHING);
    }

    @Override
    public Optional<Holder> claim(String executionId, Set<String> sourceServerIds) {
        return claims.claim(executionId, sourceServerIds);
    }
}
