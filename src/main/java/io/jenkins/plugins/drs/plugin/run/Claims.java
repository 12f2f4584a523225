package io.jenkins.plugins.drs.plugin.run;

import hudson.model.Run;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions.Holder;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Which executions there are already when a step comes: its own from before a restart, or others on the same plan or the
 * same servers. What an execution claims lies in its folder, so that it holds over restarts.
 */
final class Claims {
    private static final Logger LOGGER = Logger.getLogger(Claims.class.getName());

    private final ExecutionFolders folders;
    /** Who waits for whom to end, by execution. */
    private final Map<String, String> awaited = new HashMap<>();

    /** What to do when an execution has ended, once. */
    private final List<Runnable> retries = new ArrayList<>();

    Claims(ExecutionFolders folders) {
        this.folders = folders;
    }

    /** The execution that a step of a build has begun. */
    Optional<StoredRequest> begun(Run<?, ?> build, String stepKey) {
        for (StoredRequest request : folders.of(BuildRef.of(build))) {
            if (request.stepKey().equals(stepKey) && hasBegun(request)) {
                return Optional.of(request);
            }
        }
        return Optional.empty();
    }

    /** Whether its first event was journalled, which may be lost since; before that, nothing was done for it. */
    boolean hasBegun(StoredRequest request) {
        return ExecutionFolders.hasBegun(folders.folder(request.executionId()))
                || PastEvents.areIn(folders.journal(request.executionId()));
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
     * Opens the folder of an execution, with which it claims its plan and the servers that are known by their ids.
     *
     * @throws PlanInUseException when another execution works on the plan or on one of the servers
     */
    synchronized void open(StoredRequest wanted, DrConfiguration configuration) throws IOException {
        Optional<StoredRequest> other = holder(wanted, wanted.plan().conflictKeys());
        if (other.isPresent()) {
            LOGGER.info(() -> wanted.build() + " cannot run plan '"
                    + wanted.plan().name() + "': " + other.get().build() + " works on it");
            throw new PlanInUseException(wanted, other.get());
        }
        folders.open(wanted, configuration);
    }

    private Optional<StoredRequest> holder(StoredRequest wanted, Set<String> keys) {
        return folders.unfinished().stream()
                .filter(other -> !other.executionId().equals(wanted.executionId()))
                .filter(other -> other.plan().conflictKeys().stream().anyMatch(keys::contains))
                .findFirst();
    }

    /** Claims servers for an execution that has begun, all or none; gives who has some of them. */
    synchronized Optional<Holder> claim(String executionId, Set<String> sourceServerIds) {
        StoredRequest wanted = folders.find(executionId).orElseThrow();
        Optional<StoredRequest> other = holder(wanted, wanted.access().serverKeys(sourceServerIds));
        awaited.remove(executionId);
        if (other.isEmpty()) {
            keep(wanted.claiming(wanted.access().serverKeys(sourceServerIds)));
            return Optional.empty();
        }
        boolean waits = wanted.patient() && !isAwaiting(other.get().executionId(), executionId);
        if (waits) {
            awaited.put(executionId, other.get().executionId());
        }
        return Optional.of(new Holder(
                other.get().executionId(),
                "in " + other.get().build().toldIn(wanted.build()),
                both(sourceServerIds, other.get()),
                waits));
    }

    private static Set<String> both(Set<String> sourceServerIds, StoredRequest other) {
        Set<String> both = new TreeSet<>();
        for (String id : sourceServerIds) {
            if (other.plan().conflictKeys().containsAll(other.access().serverKeys(Set.of(id)))) {
                both.add(id);
            }
        }
        return both;
    }

    /** Two that wait for each other would wait for ever. */
    private boolean isAwaiting(String one, String other) {
        String next = one;
        while (next != null && !next.equals(other)) {
            next = awaited.get(next);
        }
        return next != null;
    }

    private void keep(StoredRequest claiming) {
        try {
            folders.change(claiming);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The servers of " + claiming.executionId() + " are not claimed", e);
        }
    }

    /** What an execution may know of the others. */
    OtherDrills others(StoredRequest request) {
        return new OtherDrills(folders, this, request.build());
    }

    synchronized void whenFree(Runnable retry) {
        retries.add(retry);
    }

    /** Lets all who wait try again; who has to wait still, adds itself again. */
    synchronized void wakeWaiting(Executor threads) {
        List<Runnable> woken = List.copyOf(retries);
        retries.clear();
        woken.forEach(threads::execute);
    }

    /** Nobody waits for it any more, nor does it. */
    synchronized void over(String executionId) {
        awaited.remove(executionId);
    }

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
}
