package io.jenkins.plugins.drs.plugin.configuration.schedule;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.triggers.TimerTrigger;
import io.jenkins.plugins.drs.plugin.run.BuildLimit;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Sees to it that a schedule starts the job of a plan only as it was made, and that no build of such a job does more than
 * the job is for. Jenkins asks it under the lock of the queue, so it takes no other lock.
 */
@Extension
public final class PlanJobGate extends Queue.QueueDecisionHandler {
    private static final Logger LOGGER = Logger.getLogger(PlanJobGate.class.getName());

    @Override
    public boolean shouldSchedule(Queue.Task task, List<Action> actions) {
        if (!(task instanceof Job<?, ?> job)) {
            return true;
        }
        return PlanJobs.get()
                .entry(job)
                .map(entry -> admit(job, entry, actions))
                .orElse(true);
    }

    private static boolean admit(Job<?, ?> job, PlanJobRegistry.Entry entry, List<Action> actions) {
        if (isTimer(actions) && !isAsMade(job, entry)) {
            return false;
        }
        if (actions.stream().noneMatch(BuildLimit.class::isInstance)) {
            actions.add(entry.mark().purpose().ceiling(entry.mark().plan()));
        }
        return true;
    }

    private static boolean isTimer(List<Action> actions) {
        return actions.stream()
                .flatMap(action -> action instanceof CauseAction causes ? causes.getCauses().stream() : Stream.of())
                .map(Cause.class::cast)
                .anyMatch(TimerTrigger.TimerTriggerCause.class::isInstance);
    }

    private static boolean isAsMade(Job<?, ?> job, PlanJobRegistry.Entry entry) {
        try {
            PlanJob made = PlanJob.of(PlanJobs.get().registry(), job, entry.mark());
            if (made.isAsMade()) {
                return true;
            }
            String what = String.join(", ", made.foreign());
            LOGGER.warning(
                    () -> Messages.refused_timer(job.getFullName(), entry.mark().plan(), what));
        } catch (IOException e) {
            LOGGER.log(
                    Level.WARNING,
                    e,
                    () -> Messages.refused_timer(
                            job.getFullName(), entry.mark().plan(), String.valueOf(e.getMessage())));
        }
        return false;
    }
}
