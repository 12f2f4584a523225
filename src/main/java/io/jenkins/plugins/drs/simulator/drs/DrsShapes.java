package io.jenkins.plugins.drs.simulator.drs;

import static io.jenkins.plugins.drs.simulator.shape.Shape.bool;
import static io.jenkins.plugins.drs.simulator.shape.Shape.integer;
import static io.jenkins.plugins.drs.simulator.shape.Shape.list;
import static io.jenkins.plugins.drs.simulator.shape.Shape.map;
import static io.jenkins.plugins.drs.simulator.shape.Shape.oneOf;
import static io.jenkins.plugins.drs.simulator.shape.Shape.string;
import static io.jenkins.plugins.drs.simulator.shape.Shape.structure;

import io.jenkins.plugins.drs.simulator.shape.Shape;
import io.jenkins.plugins.drs.simulator.shape.StructureShape;

/** Input shapes of DRS, from its service model of 2020-02-26. */
final class DrsShapes {
    private static final Shape SERVER_ID = string(19, 19).pattern("s-[0-9a-zA-Z]{17}");
    private static final Shape JOB_ID = string(24, 24).pattern("drsjob-[0-9a-zA-Z]{17}");
    private static final Shape INSTANCE_ID = string(10, 19).pattern("i-[0-9a-fA-F]{8,}");
    private static final Shape SNAPSHOT_ID = string(21, 21).pattern("pit-[0-9a-zA-Z]{17}");
    private static final Shape ACCOUNT_ID = string(12, 12).pattern(".*[0-9]{12,}.*");
    private static final Shape ARN = string(20, 2048).pattern("arn:.{16,2044}");
    private static final Shape TIME = string(19, 32)
            .pattern("[1-9][0-9]*-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([0-1][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
                    + "(\\.[0-9]+)?Z");
    private static final Shape TAGS = map(string(0, 256), string(0, 256), 0, Integer.MAX_VALUE);

    static final Shape DESCRIBE_SOURCE_SERVERS = paged().optional(
                    "filters",
                    structure()
                            .optional("sourceServerIDs", list(SERVER_ID, 0, 200))
                            .optional("hardwareId", string(0, 256))
                            .optional("stagingAccountIDs", list(ACCOUNT_ID, 0, 200)));

    static final Shape START_RECOVERY = structure()
            .required(
                    "sourceServers",
                    list(
                            structure()
                                    .required("sourceServerID", SERVER_ID)
                                    .optional("recoverySnapshotID", SNAPSHOT_ID),
                            1,
                            200))
            .optional("isDrill", bool())
            .optional("tags", TAGS);

    static final Shape DESCRIBE_JOBS = paged().optional(
                    "filters",
                    structure()
                            .optional("jobIDs", list(JOB_ID, 0, 1000))
                            .optional("fromDate", TIME)
                            .optional("toDate", TIME));

    static final Shape DESCRIBE_JOB_LOG_ITEMS = paged().required("jobID", JOB_ID);

    static final Shape DESCRIBE_RECOVERY_INSTANCES = paged().optional(
                    "filters",
                    structure()
                            .optional("recoveryInstanceIDs", list(INSTANCE_ID, 0, 200))
                            .optional("sourceServerIDs", list(SERVER_ID, 0, Integer.MAX_VALUE)));

    static final Shape DESCRIBE_RECOVERY_SNAPSHOTS = paged().required("sourceServerID", SERVER_ID)
            .optional("filters", structure().optional("fromDateTime", TIME).optional("toDateTime", TIME))
            .optional("order", oneOf("ASC", "DESC"));

    static final Shape TERMINATE_RECOVERY_INSTANCES =
            structure().required("recoveryInstanceIDs", list(INSTANCE_ID, 1, 200));

    static final Shape GET_LAUNCH_CONFIGURATION = structure().required("sourceServerID", SERVER_ID);

    static final Shape UPDATE_LAUNCH_CONFIGURATION = structure()
            .required("sourceServerID", SERVER_ID)
            .optional("name", string(0, 128))
            .optional("launchDisposition", oneOf("STOPPED", "STARTED"))
            .optional("targetInstanceTypeRightSizingMethod", oneOf("NONE", "BASIC", "IN_AWS"))
            .optional("copyPrivateIp", bool())
            .optional("copyTags", bool())
            .optional("licensing", structure().optional("osByol", bool()))
            .optional("postLaunchEnabled", bool())
            .optional(
                    "launchIntoInstanceProperties",
                    structure()
                            .optional("launchIntoEC2InstanceID", string(0, 255).pattern("i-[0-9a-fA-F]{8,}")));

    static final Shape TAG_RESOURCE = structure().required("resourceArn", ARN).required("tags", TAGS);

    static final Shape UNTAG_RESOURCE =
            structure().required("resourceArn", ARN).required("tagKeys", list(string(0, 256), 0, Integer.MAX_VALUE));

    static final Shape LIST_TAGS_FOR_RESOURCE = structure().required("resourceArn", ARN);

    private static final Shape TEMPLATE_ID = string(21, 21).pattern("rct-[0-9a-zA-Z]{17}");
    private static final Shape POINT_IN_TIME_RULE = structure()
            .required("units", oneOf("MINUTE", "HOUR", "DAY"))
            .required("interval", integer(1, Integer.MAX_VALUE))
            .required("retentionDuration", integer(1, Integer.MAX_VALUE))
            .optional("ruleID", integer(0, Integer.MAX_VALUE))
            .optional("enabled", bool());

    static final Shape INITIALIZE_SERVICE = structure();

    static final Shape CREATE_REPLICATION_TEMPLATE = structure()
            .required("stagingAreaSubnetId", string(0, 255).pattern("subnet-[0-9a-fA-F]{8,}"))
            .required("replicationServersSecurityGroupsIDs", list(string(0, 255).pattern("sg-[0-9a-fA-F]{8,}"), 0, 32))
            .required("ebsEncryption", oneOf("DEFAULT", "CUSTOM", "NONE"))
            .required("bandwidthThrottling", integer(0, Long.MAX_VALUE))
            .required("stagingAreaTags", TAGS)
            .required("pitPolicy", list(POINT_IN_TIME_RULE, 1, 10))
            .optional("associateDefaultSecurityGroup", bool())
            .optional("replicationServerInstanceType", string(0, 255))
            .optional("useDedicatedReplicationServer", bool())
            .optional("defaultLargeStagingDiskType", oneOf("GP2", "GP3", "ST1", "AUTO"))
            .optional("ebsEncryptionKeyArn", string(20, 2048).pattern("arn:.{16,2044}"))
            .optional("dataPlaneRouting", oneOf("PRIVATE_IP", "PUBLIC_IP"))
            .optional("createPublicIP", bool())
            .optional("autoReplicateNewDisks", bool())
            .optional("storeSnapshotOnLocalZone", bool())
            .optional("internetProtocol", oneOf("IPV4", "IPV6"))
            .optional("tags", TAGS);

    static final Shape DESCRIBE_REPLICATION_TEMPLATES = structure()
            .optional("replicationConfigurationTemplateIDs", list(TEMPLATE_ID, 0, 200))
            .optional("maxResults", integer(1, Integer.MAX_VALUE))
            .optional("nextToken", string(0, 2048));

    static final Shape DELETE_REPLICATION_TEMPLATE =
            structure().required("replicationConfigurationTemplateID", TEMPLATE_ID);

    private DrsShapes() {}

    private static StructureShape paged() {
        return structure().optional("maxResults", integer(1, Integer.MAX_VALUE)).optional("nextToken", string(0, 2048));
    }
}
