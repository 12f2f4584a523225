package io.jenkins.plugins.drs.plugin.run;

import hudson.Extension;
import hudson.model.PeriodicWork;
import hudson.model.Run;
import java.io.IOException;
import java.util.Optional;

/**
 * Looks after executions that nobody looks after: takes up those that a restart interrupted, and cancels those whose
 * build is gone or over, so that what they launched is taken down.
 */
@Extension
public final class Caretaker extends PeriodicWork {
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
            } catch (HostEndedException e) {
                return; // the next start of Jenkins looks after them
            } catch (IOException | RuntimeException e) {
                host.stuck().add(request, e);
            }
        }
        host.wakeWaiting();
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
