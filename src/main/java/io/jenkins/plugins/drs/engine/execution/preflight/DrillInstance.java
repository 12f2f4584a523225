package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.RecoveryInstance;
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
 * @param launching whether a job of the same execution is in progress, so that the execution is running wherever that is
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
        String owner = owner(execution, known);
        String id = instance.recoveryInstanceId();
        String state = instance.ec2State();
        if (launching || known.stage() == Stage.RUNNING) {
            return Check.failed(
                    name,
                    subject,
                    "Drill instance " + id + " (" + state + ") belongs to " + owner + ", which is running.",
                    "Wait until that execution has ended, or cancel it: it terminates its instances itself.");
        }
        return replace
                ? Check.warning(
                        name,
                        subject,
                        "Drill instance " + id + " (" + state + ") was left by " + owner + stage(execution, known)
                                + ". The launch will replace it.",
                        "Nothing: it was asked to replace what earlier drills left.")
                : Check.failed(
                        name,
                        subject,
                        "Drill instance " + id + " (" + state + ") was left by " + owner + stage(execution, known)
                                + ". A launch would replace it.",
                        remedy(execution));
    }

    /** What an execution launched is in its journal before its preflight can see it. */
    private Check ownCheck(String name, String subject) {
        return Check.failed(
                name,
                subject,
                "Drill instance " + instance.recoveryInstanceId() + " (" + instance.ec2State()
                        + ") was launched by this execution, but its journal does not know of it: the journal was cut off, or"
                        + " replaced by an older copy.",
                cleanup());
    }

    private String cleanup() {
        return "Terminate it with './drs cleanup FILE --plan \"" + tags.getOrDefault(LaunchTags.PLAN, "")
                + "\"' or the step drsCleanup.";
    }

    private String remedy(String execution) {
        String replace = ", or have it replaced: --replace-leftovers, in Jenkins replaceLeftovers: true.";
        String plan = tags.getOrDefault(LaunchTags.PLAN, "");
        return execution.isEmpty()
                ? "Terminate it in Elastic Disaster Recovery" + replace
                : "Wait until that execution has ended. If it has, terminate what it left with './drs cleanup FILE"
                        + " --plan \"" + plan + "\"' or the step drsCleanup" + replace;
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
            case ENDED -> ", which has ended";
            case INTERRUPTED -> ", which was interrupted and can be resumed";
            default -> ", which is not known to have ended";
        };
    }
}
