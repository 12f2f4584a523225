package io.jenkins.plugins.drs.simulator.ssm;

import static io.jenkins.plugins.drs.simulator.shape.Shape.bool;
import static io.jenkins.plugins.drs.simulator.shape.Shape.integer;
import static io.jenkins.plugins.drs.simulator.shape.Shape.list;
import static io.jenkins.plugins.drs.simulator.shape.Shape.map;
import static io.jenkins.plugins.drs.simulator.shape.Shape.oneOf;
import static io.jenkins.plugins.drs.simulator.shape.Shape.string;
import static io.jenkins.plugins.drs.simulator.shape.Shape.structure;
import static java.util.Map.entry;

import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.shape.Shape;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;

/** Systems Manager, as far as the product uses it. */
public final class SsmService {
    private SsmService() {}

    /** Its operations. */
    public static AwsService create() {
        return new AwsService(
                "ssm",
                Protocol.JSON_11,
                Map.ofEntries(
                        entry("StartAutomationExecution", Operation.of(SsmShapes.START_AUTOMATION, Automations::start)),
                        entry("GetAutomationExecution", Operation.of(SsmShapes.GET_AUTOMATION, Automations::get)),
                        entry("StopAutomationExecution", Operation.of(SsmShapes.STOP_AUTOMATION, Automations::stop)),
                        entry("DescribeDocument", Operation.of(SsmShapes.DESCRIBE_DOCUMENT, Documents::describe)),
                        entry("ListDocuments", Operation.of(SsmShapes.LIST_DOCUMENTS, DocumentList::list)),
                        entry("GetParameter", Operation.of(SsmShapes.GET_PARAMETER, Parameters::get)),
                        entry(
                                "DescribeInstanceInformation",
                                Operation.of(SsmShapes.DESCRIBE_INSTANCE_INFORMATION, ManagedInstances::describe))),
                region -> {});
    }

    /** Input shapes of Systems Manager, from its service model of 2014-11-06. */
    private static final class SsmShapes {
        private static final Shape DOCUMENT_NAME = string().pattern("[a-zA-Z0-9_\\-.:/]{3,128}");
        private static final Shape DOCUMENT_VERSION = string().pattern("[$]LATEST|[$]DEFAULT|[1-9][0-9]*");
        private static final Shape EXECUTION_ID = string(36, 36);
        private static final String TAG_TEXT = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*";

        static final Shape START_AUTOMATION = structure()
                .required("DocumentName", DOCUMENT_NAME)
                .optional("DocumentVersion", DOCUMENT_VERSION)
                .optional("Parameters", map(string(1, 50), list(string(1, 512), 0, 50), 1, 200))
                .optional("ClientToken", string(36, 36).pattern("[a-fA-F0-9]{8}(-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}"))
                .optional("Mode", oneOf("Auto", "Interactive"))
                .optional("TargetParameterName", string(1, 50))
                .optional("Targets", list(structure(), 0, 5))
                .optional("TargetMaps", list(structure(), 0, 300))
                .optional("TargetLocations", list(structure(), 1, 100))
                .optional(
                        "Tags",
                        list(
                                structure()
                                        .required("Key", string(1, 128).pattern(TAG_TEXT))
                                        .required("Value", string(0, 256).pattern(TAG_TEXT)),
                                0,
                                1000));

        static final Shape GET_AUTOMATION = structure().required("AutomationExecutionId", EXECUTION_ID);

        static final Shape STOP_AUTOMATION = structure()
                .required("AutomationExecutionId", EXECUTION_ID)
                .optional("Type", oneOf("Complete", "Cancel"));

        static final Shape DESCRIBE_DOCUMENT = structure()
                .required("Name", DOCUMENT_NAME)
                .optional("DocumentVersion", DOCUMENT_VERSION)
                .optional("VersionName", string().pattern("[a-zA-Z0-9_\\-.]{1,128}"));

        static final Shape LIST_DOCUMENTS = structure()
                .optional(
                        "Filters",
                        list(
                                structure()
                                        .required("Key", string(1, 128))
                                        .optional("Values", list(string(1, 256), 0, Integer.MAX_VALUE)),
                                0,
                                6))
                .optional("MaxResults", integer(1, 50))
                .optional("NextToken", string());

        static final Shape GET_PARAMETER =
                structure().required("Name", string(1, 2048)).optional("WithDecryption", bool());

        private static final Shape FILTER_VALUES = list(string(1, Integer.MAX_VALUE), 1, 100);

        static final Shape DESCRIBE_INSTANCE_INFORMATION = structure()
                .optional(
                        "InstanceInformationFilterList",
                        list(
                                structure()
                                        .required(
                                                "key",
                                                oneOf(
                                                        "InstanceIds",
                                                        "AgentVersion",
                                                        "PingStatus",
                                                        "PlatformTypes",
                                                        "ActivationIds",
                                                        "IamRole",
                                                        "ResourceType",
                                                        "AssociationStatus"))
                                        .required("valueSet", FILTER_VALUES),
                                0,
                                Integer.MAX_VALUE))
                .optional(
                        "Filters",
                        list(
                                structure()
                                        .required("Key", string(1, Integer.MAX_VALUE))
                                        .required("Values", FILTER_VALUES),
                                0,
                                Integer.MAX_VALUE))
                .optional("MaxResults", integer(5, 50))
                .optional("NextToken", string());

        private SsmShapes() {}
    }
}
