package io.jenkins.plugins.drs.simulator.ec2;

import static java.util.Map.entry;

import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.service.Operation.Handler;
import io.jenkins.plugins.drs.simulator.shape.Shape;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;

/** EC2, as far as the product uses it. */
public final class Ec2Service implements AwsService {
    private final Map<String, Operation> operations = Map.ofEntries(
            entry("DescribeInstances", dryRunnable(Ec2Shapes.DESCRIBE_INSTANCES, Instances::describe)),
            entry(
                    "DescribeInstanceStatus",
                    dryRunnable(Ec2Shapes.DESCRIBE_INSTANCE_STATUS, InstanceStatuses::describe)),
            entry(
                    "DescribeLaunchTemplateVersions",
                    dryRunnable(Ec2Shapes.DESCRIBE_LAUNCH_TEMPLATE_VERSIONS, LaunchTemplateVersions::describe)),
            entry(
                    "CreateLaunchTemplateVersion",
                    dryRunnable(Ec2Shapes.CREATE_LAUNCH_TEMPLATE_VERSION, LaunchTemplateChanges::createVersion)),
            entry("ModifyLaunchTemplate", dryRunnable(Ec2Shapes.MODIFY_LAUNCH_TEMPLATE, LaunchTemplateChanges::modify)),
            entry("DescribeSubnets", dryRunnable(Ec2Shapes.DESCRIBE_SUBNETS, Subnets::describe)),
            entry("DescribeSecurityGroups", dryRunnable(Ec2Shapes.DESCRIBE_SECURITY_GROUPS, SecurityGroups::describe)));

    @Override
    public String signingName() {
        return "ec2";
    }

    @Override
    public Protocol protocol() {
        return Protocol.EC2_QUERY;
    }

    @Override
    public Map<String, Operation> operations() {
        return operations;
    }

    /** An operation that only says what it would do when it is asked to. */
    private static Operation dryRunnable(Shape input, Handler handler) {
        return Operation.of(input, call -> {
            if (call.flag("DryRun")) {
                throw Ec2Errors.dryRun();
            }
            return handler.handle(call);
        });
    }
}
