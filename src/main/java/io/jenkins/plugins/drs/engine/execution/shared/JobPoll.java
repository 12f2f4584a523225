package io.jenkins.plugins.drs.engine.execution.shared;

import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Jobs of an account and Region, as one execution saw them for all.
 *
 * @param place account and Region
 * @param began when AWS was asked
 * @param by id of the execution that asked
 * @param jobs by id
 * @param complete whether these are all jobs that may be running there
 */
public record JobPoll(String place, Instant began, String by, Map<String, RecoveryJob> jobs, boolean complete) {
    public JobPoll {
        jobs = Map.copyOf(jobs);
    }

    static JobPoll of(String place, Instant began, String by, List<RecoveryJob> jobs, boolean complete) {
        Map<String, RecoveryJob> byId =
                jobs.stream().collect(Collectors.toMap(RecoveryJob::jobId, Function.identity(), (one, same) -> one));
        return new JobPoll(place, began, by, byId, complete);
    }
}
