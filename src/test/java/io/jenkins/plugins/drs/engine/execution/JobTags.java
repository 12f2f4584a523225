package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The tags of jobs as AWS has them. */
final class JobTags {
    private JobTags() {}

    /** Tags of each launch job in the Region in which waves are that say nothing else. */
    static List<Map<String, String>> of(Drill drill) {
        AwsAccess aws = drill.connections().open(call -> {});
        return aws
                .drs(Target.own(TestWorld.REGION))
                .jobsSince(drill.simulator().clock().now().minus(Duration.ofDays(1)))
                .stream()
                .filter(job -> job.type().equals("LAUNCH"))
                .map(RecoveryJob::tags)
                .toList();
    }
}
