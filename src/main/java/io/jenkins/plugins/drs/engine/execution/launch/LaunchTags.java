package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tags of a recovery job: the first three for people, the others by which jobs are found again. */
public final class LaunchTags {
    /** Tells one call of {@code StartRecovery} from every other. */
    public static final String LAUNCH = "DrsOrchestrationLaunch";
    /** Names the execution. */
    public static final String EXECUTION = "DrsOrchestrationExecution";
    /** Names the plan. */
    public static final String PLAN = "RecoveryPlan";

    /** Longest value of a tag, by the DRS API reference. */
    private static final int LONGEST = 256;

    private LaunchTags() {}

    static Map<String, String> of(ExecutionStarted execution, String wave, String launchId) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(PLAN, value(execution.planName()));
        tags.put("Wave", value(wave));
        tags.put("ExecutionType", execution.mode() == Mode.RECOVERY ? "Recovery" : "Drill");
        tags.put(EXECUTION, execution.executionId());
        tags.put(LAUNCH, launchId);
        return tags;
    }

    /** Who launched a job, as its tags show: an execution, or another tool; no more is known where AWS listed no tags. */
    public static String owner(RecoveryJob job) {
        String execution = job.tags().getOrDefault(EXECUTION, "");
        if (!execution.isEmpty()) {
            return "execution " + execution;
        }
        return nameless(job.tagsListed());
    }

    /** Who launched a job whose tags name no execution. */
    public static String nameless(boolean tagsListed) {
        return tagsListed ? "another tool" : "an execution or a tool that is not known (AWS listed no tags of its job)";
    }

    /** The name of a plan or wave as it stands in a tag. */
    public static String value(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
