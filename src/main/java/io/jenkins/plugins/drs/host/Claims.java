package io.jenkins.plugins.drs.host;

import hudson.model.Run;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Logger;

/** Which executions there are already when a step comes: its own from before a restart, or others on the same plan. */
final class Claims {
    private static final Logger LOGGER = Logger.getLogger(Claims.class.getName());

    private final ExecutionFolders folders;

    Claims(ExecutionFolders folders) {
        this.folders = folders;
    }

    /** The execution that a step of a build has begun. */
    Optional<StoredRequest> begun(Run<?, ?> build, String stepKey) throws IOException {
        for (StoredRequest request : folders.of(BuildRef.of(build))) {
            if (request.stepKey().equals(stepKey) && hasBegun(request)) {
                return Optional.of(request);
            }
        }
        return Optional.empty();
    }

    /** Whether its first event was journalled; before that, nothing was done for it. */
    boolean hasBegun(StoredRequest request) throws IOException {
        return PastEvents.areIn(folders.journal(request.executionId()));
    }

    /**
     * An execution that the build began before a restart and that no step claims: the controller was killed before the
     * pipeline was saved, which then comes to the step anew.
     */
    Optional<StoredRequest> orphan(Run<?, ?> build, RequestMaker maker, Predicate<StoredRequest> unclaimed) {
        return folders.of(BuildRef.of(build)).stream()
                .filter(request -> folders.isOpen(request.executionId()) && maker.isSame(request))
                .filter(unclaimed)
                .findFirst();
    }

    /** Folders of artifacts that executions of the build have. */
    List<String> artifactFolders(Run<?, ?> build) {
        return folders.of(BuildRef.of(build)).stream()
                .map(StoredRequest::artifacts)
                .toList();
    }

    /**
     * @param reader the build that is told
     * @throws PlanInUseException when another execution works on the plan
     */
    void refuseConflict(DrillRequest wanted, RequestMaker maker, BuildRef reader) throws PlanInUseException {
        for (StoredRequest other : folders.unfinished()) {
            if (other.plan().conflictKeys().stream().anyMatch(maker.conflictKeys()::contains)) {
                LOGGER.info(() ->
                        reader + " cannot run plan '" + wanted.planName() + "': " + other.build() + " works on it");
                throw new PlanInUseException(wanted.planName(), other, reader);
            }
        }
    }
}
