package io.jenkins.plugins.drs.host;

import hudson.Extension;
import hudson.model.PeriodicWork;
import hudson.model.Run;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks after executions that nobody looks after: takes up those that a restart interrupted, and cancels those whose
 * build is gone or over, so that what they launched is taken down.
 */
@Extension
public final class Caretaker extends PeriodicWork {
    private static final Logger LOGGER = Logger.getLogger(Caretaker.class.getName());

    private final Map<String, String> told = new ConcurrentHashMap<>();

    @Override
    public long getRecurrencePeriod() {
        return MIN;
    }

    @Override
    public long getInitialDelay() {
        return 0;
    }

    @Override
    protected void doRun() {
        DrillHost host = DrillHost.get();
        for (StoredRequest request : host.folders().unfinished()) {
            try {
                care(host, request);
                told.remove(request.executionId());
            } catch (IOException | RuntimeException e) {
                tell(request.executionId(), e);
            }
        }
        host.wakeWaiting();
    }

    /** Administrators hear of the same trouble with an execution once, not every minute. */
    private void tell(String executionId, Exception trouble) {
        String before = told.put(executionId, String.valueOf(trouble.getMessage()));
        boolean known = String.valueOf(trouble.getMessage()).equals(before);
        LOGGER.log(known ? Level.FINE : Level.WARNING, "Execution " + executionId + " cannot be taken up yet", trouble);
    }

    private static void care(DrillHost host, StoredRequest request) throws IOException {
        if (!host.folders().isOpen(request.executionId()) || host.discardsUnbegun(request)) {
            return; // it ended since it was looked for, or there is nothing to look after
        }
        // looked at only now: an execution that was just beginning has begun in the meantime, and is live
        boolean live = host.live(request.executionId()).isPresent();
        Optional<Run<?, ?>> build = request.build().find();
        if (!host.folders().isOpen(request.executionId())) {
            return; // it ended, and so is not live any longer
        }
        boolean goesOn = build.filter(Run::isBuilding).isPresent() && (live || request.resumable());
        if (!goesOn) {
            host.resume(request, BuildSide.silent(build)).detach(reason(build));
        } else if (!live && !request.access().credentials().needsBuild()) {
            host.resume(request, BuildSide.silent(build));
        }
    }

    private static String reason(Optional<Run<?, ?>> build) {
        return build.isPresent() ? Messages.cancelled_buildOver() : Messages.cancelled_buildDeleted();
    }
}
