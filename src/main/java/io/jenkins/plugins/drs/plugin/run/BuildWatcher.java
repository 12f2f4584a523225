package io.jenkins.plugins.drs.plugin.run;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.RunListener;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Cancels what a build leaves running when it ends or is deleted, and removes what is over with its build. */
@Extension
public final class BuildWatcher extends RunListener<Run<?, ?>> {
    private static final Logger LOGGER = Logger.getLogger(BuildWatcher.class.getName());

    @Override
    public void onCompleted(Run<?, ?> build, TaskListener listener) {
        for (StoredRequest request : requests(stored -> stored.isOf(build))) {
            DrillHost.get()
                    .live(request.executionId())
                    .filter(ExecutionView::isRunning)
                    .ifPresent(drill -> {
                        BuildConsole.print(listener, Messages.console_buildOver(drill.executionId()));
                        drill.detach(Messages.cancelled_buildOver());
                    });
        }
    }

    @Override
    public void onDeleted(Run<?, ?> build) {
        gone(stored -> stored.isOf(build), Messages.cancelled_buildDeleted());
    }

    private static void gone(Predicate<BuildRef> which, String why) {
        for (StoredRequest request : requests(which)) {
            try {
                DrillHost.get().lose(request, why);
            } catch (IOException | RuntimeException e) {
                LOGGER.log(Level.WARNING, "Execution " + request.executionId() + " cannot be ended", e);
            }
        }
    }

    private static List<StoredRequest> requests(Predicate<BuildRef> which) {
        return DrillHost.get().folders().all().stream()
                .filter(request -> which.test(request.build()))
                .toList();
    }

    /** Jobs that are deleted, renamed or moved take their executions with them. */
    @Extension
    public static final class OfJobs extends ItemListener {
        @Override
        public void onDeleted(Item item) {
            if (item instanceof Job<?, ?> job) {
                gone(build -> build.job().equals(job.getFullName()), Messages.cancelled_jobDeleted());
            }
        }

        @Override
        public void onLocationChanged(Item item, String oldName, String newName) {
            if (item instanceof Job<?, ?>) {
                DrillHost.get().folders().moved(oldName, newName);
            }
        }
    }
}
