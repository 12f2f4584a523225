package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.plan.Target;

/**
 * An instance that this execution answers for: it launched it, or found it left behind by an earlier drill.
 *
 * @param jobId the job that launched it
 */
public record InstanceState(String id, String sourceServerId, Target target, String jobId, InstanceStage stage) {
    InstanceState at(InstanceStage to) {
        Lifecycles.INSTANCE.check(id, stage, to);
        return new InstanceState(id, sourceServerId, target, jobId, to);
    }

    /** Whether it still has to be taken down. */
    public boolean isOpen() {
        return stage == InstanceStage.UP || stage == InstanceStage.GOING;
    }
}
