package io.jenkins.plugins.drs.simulator.drs;

import static java.util.Map.entry;

import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.service.Operation.Handler;
import io.jenkins.plugins.drs.simulator.shape.Shape;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;

/** Elastic Disaster Recovery, as far as the product uses it. */
public final class DrsService implements AwsService {
    private final Map<String, Operation> operations = Map.ofEntries(
            entry("DescribeSourceServers", ready(DrsShapes.DESCRIBE_SOURCE_SERVERS, SourceServers::describe)),
            entry("StartRecovery", ready(DrsShapes.START_RECOVERY, 202, Recovery::start)),
            entry("DescribeJobs", ready(DrsShapes.DESCRIBE_JOBS, Jobs::describe)),
            entry("DescribeJobLogItems", ready(DrsShapes.DESCRIBE_JOB_LOG_ITEMS, Jobs::describeLog)),
            entry(
                    "DescribeRecoveryInstances",
                    ready(DrsShapes.DESCRIBE_RECOVERY_INSTANCES, RecoveryInstances::describe)),
            entry(
                    "DescribeRecoverySnapshots",
                    ready(DrsShapes.DESCRIBE_RECOVERY_SNAPSHOTS, RecoverySnapshots::describe)),
            entry("TerminateRecoveryInstances", ready(DrsShapes.TERMINATE_RECOVERY_INSTANCES, Termination::start)),
            entry("GetLaunchConfiguration", ready(DrsShapes.GET_LAUNCH_CONFIGURATION, LaunchConfigurations::get)),
            entry(
                    "UpdateLaunchConfiguration",
                    ready(DrsShapes.UPDATE_LAUNCH_CONFIGURATION, LaunchConfigurations::update)),
            entry(
                    "InitializeService",
                    new Operation(ReplicationShapes.INITIALIZE_SERVICE, 204, Replication::initialize)),
            entry(
                    "CreateReplicationConfigurationTemplate",
                    ready(ReplicationShapes.CREATE_TEMPLATE, 201, Replication::create)),
            entry(
                    "DescribeReplicationConfigurationTemplates",
                    ready(ReplicationShapes.DESCRIBE_TEMPLATES, Replication::describe)),
            entry(
                    "DeleteReplicationConfigurationTemplate",
                    ready(ReplicationShapes.DELETE_TEMPLATE, 204, Replication::delete)),
            entry("TagResource", ready(DrsShapes.TAG_RESOURCE, Tags::tag)),
            entry("UntagResource", ready(DrsShapes.UNTAG_RESOURCE, Tags::untag)),
            entry("ListTagsForResource", ready(DrsShapes.LIST_TAGS_FOR_RESOURCE, Tags::list)));

    @Override
    public String signingName() {
        return "drs";
    }

    @Override
    public Protocol protocol() {
        return Protocol.REST_JSON;
    }

    @Override
    public Map<String, Operation> operations() {
        return operations;
    }

    @Override
    public void furnish(Region region) {
        new DeclaredJobs(region).furnish();
    }

    /** An operation that is refused in a Region where DRS was not set up. */
    private static Operation ready(Shape input, Handler handler) {
        return ready(input, 200, handler);
    }

    private static Operation ready(Shape input, int status, Handler handler) {
        return new Operation(input, status, call -> {
            if (!Replication.of(call.region()).isInitialized()) {
                throw DrsErrors.uninitialized();
            }
            return handler.handle(call);
        });
    }
}
