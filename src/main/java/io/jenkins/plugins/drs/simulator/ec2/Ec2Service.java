package io.jenkins.plugins.drs.simulator.ec2;

import static io.jenkins.plugins.drs.simulator.shape.Shape.bool;
import static io.jenkins.plugins.drs.simulator.shape.Shape.integer;
import static io.jenkins.plugins.drs.simulator.shape.Shape.list;
import static io.jenkins.plugins.drs.simulator.shape.Shape.oneOf;
import static io.jenkins.plugins.drs.simulator.shape.Shape.string;
import static io.jenkins.plugins.drs.simulator.shape.Shape.structure;
import static java.util.Map.entry;

import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.service.Operation.Handler;
import io.jenkins.plugins.drs.simulator.shape.Shape;
import io.jenkins.plugins.drs.simulator.shape.StructureShape;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;

/** EC2, as far as the product uses it. */
public final class Ec2Service {
    private Ec2Service() {}

    /** Its operations. */
    public static AwsService create() {
        return new AwsService(
                "ec2",
                Protocol.EC2_QUERY,
                Map.ofEntries(
                        entry("DescribeInstances", dryRunnable(Ec2Shapes.DESCRIBE_INSTANCES, Instances::describe)),
                        entry(
                                "DescribeInstanceStatus",
                                dryRunnable(Ec2Shapes.DESCRIBE_INSTANCE_STATUS, InstanceStatuses::describe)),
                        entry(
                                "DescribeLaunchTemplateVersions",
                                dryRunnable(
                                        Ec2Shapes.DESCRIBE_LAUNCH_TEMPLATE_VERSIONS, LaunchTemplateVersions::describe)),
                        entry(
                                "CreateLaunchTemplateVersion",
                                dryRunnable(
                                        Ec2Shapes.CREATE_LAUNCH_TEMPLATE_VERSION,
                                        LaunchTemplateChanges::createVersion)),
                        entry(
                                "ModifyLaunchTemplate",
                                dryRunnable(Ec2Shapes.MODIFY_LAUNCH_TEMPLATE, LaunchTemplateChanges::modify)),
                        entry("DescribeSubnets", dryRunnable(Ec2Shapes.DESCRIBE_SUBNETS, Subnets::describe)),
                        entry(
                                "DescribeSecurityGroups",
                                dryRunnable(Ec2Shapes.DESCRIBE_SECURITY_GROUPS, SecurityGroups::describe))),
                region -> {});
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

    /** Input shapes of EC2, from its service model of 2016-11-15 and the limits that its documentation adds. */
    private static final class Ec2Shapes {
        private static final int MOST_IDS = 1000;
        private static final Shape IDS = list(string(), 0, MOST_IDS);
        private static final Shape TEMPLATE_NAME = string(3, 128).pattern("[a-zA-Z0-9().\\-/_]+");
        private static final Shape TOKEN = string(0, 128);

        static final Shape DESCRIBE_INSTANCES = describing(5, 1000).optional("InstanceId", IDS);

        static final Shape DESCRIBE_INSTANCE_STATUS = describing(5, 1000)
                .optional("InstanceId", list(string(), 0, 100))
                .optional("IncludeAllInstances", bool());

        static final Shape DESCRIBE_LAUNCH_TEMPLATE_VERSIONS = ofTemplate(describing(1, 200))
                .optional("LaunchTemplateVersion", list(string(), 0, 200))
                .optional("MinVersion", version())
                .optional("MaxVersion", version());

        static final Shape CREATE_LAUNCH_TEMPLATE_VERSION = ofTemplate(changing())
                .optional("SourceVersion", string())
                .optional("VersionDescription", string(0, 255))
                .required("LaunchTemplateData", templateData());

        static final Shape MODIFY_LAUNCH_TEMPLATE = ofTemplate(changing()).optional("SetDefaultVersion", string());

        static final Shape DESCRIBE_SUBNETS = describing(5, 1000).optional("SubnetId", IDS);

        static final Shape DESCRIBE_SECURITY_GROUPS =
                describing(5, 1000).optional("GroupId", IDS).optional("GroupName", IDS);

        private Ec2Shapes() {}

        private static StructureShape describing(int fewest, int most) {
            Shape filter = structure().required("Name", string()).optional("Value", list(string(), 0, 200));
            return structure()
                    .optional("DryRun", bool())
                    .optional("Filter", list(filter, 0, 200))
                    .optional("MaxResults", integer(fewest, most))
                    .optional("NextToken", string());
        }

        private static StructureShape changing() {
            return structure().optional("DryRun", bool()).optional("ClientToken", TOKEN);
        }

        private static StructureShape ofTemplate(StructureShape shape) {
            return shape.optional("LaunchTemplateId", string(0, 255)).optional("LaunchTemplateName", TEMPLATE_NAME);
        }

        private static Shape version() {
            return string().pattern("[1-9][0-9]{0,8}");
        }

        /** Only what decides how an instance is launched; the rest is taken over as it comes. */
        private static Shape templateData() {
            Shape address = string().pattern("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}");
            Shape networkInterface = structure()
                    .optional("DeviceIndex", integer(0, 31))
                    .optional("SubnetId", string())
                    .optional("SecurityGroupId", list(string(), 0, 16))
                    .optional("PrivateIpAddress", address)
                    .optional(
                            "PrivateIpAddresses",
                            list(
                                    structure()
                                            .optional("PrivateIpAddress", address)
                                            .optional("Primary", bool()),
                                    0,
                                    50))
                    .optional("DeleteOnTermination", bool())
                    .optional("AssociatePublicIpAddress", bool());
            return structure()
                    .optional("InstanceType", string().pattern("[a-z0-9-]+\\.[a-z0-9-]+"))
                    .optional("NetworkInterface", list(networkInterface, 0, 30))
                    .optional("SecurityGroupId", list(string(), 0, 16))
                    .optional("InstanceInitiatedShutdownBehavior", oneOf("stop", "terminate"))
                    .optional("EbsOptimized", bool())
                    .optional("DisableApiTermination", bool());
        }
    }
}
