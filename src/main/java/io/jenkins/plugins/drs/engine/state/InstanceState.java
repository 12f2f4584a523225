package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Instant;

/**
 * An instance that this execution answers for: it launched it, or found it left behind by an earlier drill.
 *
 * @param jobId the job that launched it
 * @param since when it got this stage
 * @param attempts how often it was to be terminated
 */
public record InstanceState(
        String id,
        String sourceServerId,
        Target target,
        String jobId,
        InstanceStage stage,
        Instant since,
        int attempts) {
    static InstanceState up(String id, String sourceServerId, Target target, String jobId, Instant at) {
        return new InstanceState(id, sourceServerId, target, jobId, InstanceStage.UP, at, 0);
    }

    InstanceState at(InstanceStage to, Instant at) {
        Lifecycles.INSTANCE.check(id, stage, to);
        int tried = to == InstanceStage.GOING ? attempts + 1 : attempts;
        return new InstanceState(id, sourceServerId, target, jobId, to, at, tried);
    }

    /** Whether it still has to be taken down. */
    public boolean isOpen() {
        return stage == InstanceStage.UP || stage == InstanceStage.GOING;
    }
}
