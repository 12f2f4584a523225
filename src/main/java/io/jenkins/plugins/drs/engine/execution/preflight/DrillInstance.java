package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions.Known;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions.Stage;
import io.jenkins.plugins.drs.engine.execution.launch.LaunchTags;
import java.util.Map;

/**
 * Says whose a drill instance is that a launch would replace. One of a running execution is never replaced; others are
 * only when that was asked for.
 *
 * @param tags of the job that launched it; empty when AWS does not list the job any more
 * @param tagsListed whether AWS listed the tags of that job
 * @param launching whether a job of the same execution is in progress, whether or not its process is still there
 */
record DrillInstance(
        RecoveryInstance instance, Map<String, String> tags, boolean tagsListed, boolean launching, Owners owners) {
    static DrillInstance of(RecoveryInstance instance, Map<String, RecoveryJob> jobs, Owners owners) {
        RecoveryJob job = jobs.get(instance.jobId());
        Map<String, String> tags = job == null ? Map.of() : job.tags();
        String execution = tags.getOrDefault(LaunchTags.EXECUTION, "");
        boolean launching = jobs.values().stream()
                .anyMatch(other -> !other.isCompleted()
                        && !execution.isEmpty()
                        && execution.equals(other.tags().get(LaunchTags.EXECUTION)));
        return new DrillInstance(instance, tags, job == null || job.tagsListed(), launching, owners);
    }

    /**
     * Who may have launched an instance.
     *
     * @param own id of the execution that asks
     */
    record Owners(String own, OtherExecutions others) {}

    Check check(String name, String subject, boolean replace) {
        String execution = tags.getOrDefault(LaunchTags.EXECUTION, "");
        if (execution.equals(owners.own())) {
            return ownCheck(name, subject);
        }
        Known known = execution.isEmpty() ? Known.NOTHING : owners.others().find(execution);
        String owner = owner(execution, known) + stage(execution, known);
        return launching || known.stage() == Stage.RUNNING
                ? heldCheck(name, subject, owner, known.stage() == Stage.RUNNING)
                : leftCheck(name, subject, owner, replace);
    }

    /** @param running whether the execution is known to run */
    private Check heldCheck(String name, String subject, String owner, boolean running) {
        String id = instance.recoveryInstanceId();
        String state = instance.ec2State();
        return running
                ? Check.failed(
                        name,
                        subject,
                        "Drill instance " + id + " (" + state + ") belongs to " + owner + ".",
                        "Wait until that execution has ended, or cancel it: it terminates its instances itself.")
                : Check.failed(
                        name,
                        subject,
                        "Drill instance " + id + " (" + state + ") belongs to " + owner
                                + ". A job of it still runs in AWS.",
                        "Wait until that job has ended. If the execution still runs somewhere, wait for its end or"
                                + " cancel it. If its process is gone, resume it where it ran, or terminate its instances"
                                + " with './drs cleanup FILE --plan \"" + plan() + "\"' or the step drsCleanup.");
    }

    private Check leftCheck(String name, String subject, String owner, boolean replace) {
        String id = instance.recoveryInstanceId();
        String state = instance.ec2State();
        return replace
                ? Check.warning(
                        name,
                        subject,
                        "Drill instance " + id + " (" + state + ") was left by " + owner
                                + ". The launch will replace it.",
                        "Nothing: it was asked to replace what earlier drills left.")
                : Check.failed(
                        name,
                        subject,
                        "Drill instance " + id + " (" + state + ") was left by " + owner
                                + ". A launch would replace it.",
                        remedy(tags.getOrDefault(LaunchTags.EXECUTION, "")));
    }

    /** What an execution launched is in its journal before its preflight can see it. */
    private Check ownCheck(String name, String subject) {
        return Check.failed(
                name,
                subject,
                "Drill instance " + instance.recoveryInstanceId() + " (" + instance.ec2State()
                        + ") was launched by this execution, but its journal does not know of it: the journal was cut"
                        + " off, or replaced by an older copy.",
                "Terminate it with './drs cleanup FILE --plan \"" + plan() + "\"' or the step drsCleanup.");
    }

    private String plan() {
        return tags.getOrDefault(LaunchTags.PLAN, "");
    }

    private String remedy(String execution) {
        String replace = ", or have it replaced: --replace-leftovers, in Jenkins replaceLeftovers: true.";
        return execution.isEmpty()
                ? "Terminate it in Elastic Disaster Recovery" + replace
                : "Wait until that execution has ended. If it has, terminate what it left with './drs cleanup FILE"
                        + " --plan \""
                        + plan() + "\"' or the step drsCleanup" + replace;
    }

    private String owner(String execution, Known known) {
        if (execution.isEmpty()) {
            return LaunchTags.nameless(tagsListed);
        }
        return "execution " + execution + (known.where().isEmpty() ? "" : " " + known.where());
    }

    private static String stage(String execution, Known known) {
        if (execution.isEmpty()) {
            return "";
        }
        return switch (known.stage()) {
            case RUNNING -> ", which is running";
            case ENDED -> ", which has ended";
            case INTERRUPTED -> ", which was interrupted and can be resumed";
            default -> ", which is not known to have ended";
        };
    }
}
