package io.jenkins.plugins.drs.simulator.drs;

import static io.jenkins.plugins.drs.simulator.shape.Shape.bool;
import static io.jenkins.plugins.drs.simulator.shape.Shape.integer;
import static io.jenkins.plugins.drs.simulator.shape.Shape.list;
import static io.jenkins.plugins.drs.simulator.shape.Shape.map;
import static io.jenkins.plugins.drs.simulator.shape.Shape.oneOf;
import static io.jenkins.plugins.drs.simulator.shape.Shape.string;
import static io.jenkins.plugins.drs.simulator.shape.Shape.structure;

import io.jenkins.plugins.drs.simulator.shape.Shape;

/** Input shapes of a Region's replication settings, from the service model of DRS of 2020-02-26. */
final class ReplicationShapes {
    private static final Shape TEMPLATE_ID = string(21, 21).pattern("rct-[0-9a-zA-Z]{17}");
    private static final Shape TAGS = map(string(0, 256), string(0, 256), 0, Integer.MAX_VALUE);
    private static final Shape RULE = structure()
            .required("units", oneOf("MINUTE", "HOUR", "DAY"))
            .required("interval", integer(1, Integer.MAX_VALUE))
            .required("retentionDuration", integer(1, Integer.MAX_VALUE))
            .optional("ruleID", integer(0, Integer.MAX_VALUE))
            .optional("enabled", bool());

    static final Shape INITIALIZE_SERVICE = structure();

    static final Shape CREATE_TEMPLATE = structure()
            .required("stagingAreaSubnetId", string(0, 255).pattern("subnet-[0-9a-fA-F]{8,}"))
            .required("replicationServersSecurityGroupsIDs", list(string(0, 255).pattern("sg-[0-9a-fA-F]{8,}"), 0, 32))
            .required("ebsEncryption", oneOf("DEFAULT", "CUSTOM", "NONE"))
            .required("bandwidthThrottling", integer(0, Long.MAX_VALUE))
            .required("stagingAreaTags", TAGS)
            .required("pitPolicy", list(RULE, 1, 10))
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

    static final Shape DESCRIBE_TEMPLATES = structure()
            .optional("replicationConfigurationTemplateIDs", list(TEMPLATE_ID, 0, 200))
            .optional("maxResults", integer(1, Integer.MAX_VALUE))
            .optional("nextToken", string(0, 2048));

    static final Shape DELETE_TEMPLATE = structure().required("replicationConfigurationTemplateID", TEMPLATE_ID);

    private ReplicationShapes() {}
}
