package io.jenkins.plugins.drs.simulator.drs;

import io.jenkins.plugins.drs.simulator.ledger.TerminationEntry;
import io.jenkins.plugins.drs.simulator.ledger.TerminationEntry.Cause;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.RecoveryInstance;
import io.jenkins.plugins.drs.simulator.state.Region;

/** Takes recovery instances down for good: out of DRS, and into the record with the reason. */
final class InstanceRemoval {
    private final Region region;
    private final Job job;
    private final Cause cause;

    InstanceRemoval(Region region, Job job, Cause cause) {
        this.region = region;
        this.job = job;
        this.cause = cause;
    }

    void remove(RecoveryInstance instance) {
        region.instances()
                .get(instance.id())
                .terminate(region.world().now(), region.world().now());
        region.recoveryInstances().remove(instance.id());
        region.world()
                .ledger()
                .add(new TerminationEntry(
                        region.world().now(),
                        region.accountId(),
                        region.name(),
                        instance.sourceServerId(),
                        job.id(),
                        instance.id(),
                        instance.drill(),
                        cause));
    }
}
