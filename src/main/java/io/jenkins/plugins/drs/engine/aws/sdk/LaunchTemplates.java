package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.LaunchTemplate;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.LaunchTemplateChange;
import io.jenkins.plugins.drs.engine.aws.sdk.UnreadableAnswerException.Incomplete;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/**
 * Launch templates by their default version. DRS launches from that version, and keeps subnet, security groups and
 * address in the network interface with device index 0.
 */
record LaunchTemplates(Ec2Client ec2, CallRunner calls) {
    private static final String DEFAULT = "$Default";

    LaunchTemplate read(String templateId) {
        ResponseLaunchTemplateData data = defaultVersion(templateId);
        var primary = PrimaryInterface.in(data.networkInterfaces());
        List<String> groups = primary.map(LaunchTemplateInstanceNetworkInterfaceSpecification::groups)
                .filter(list -> !list.isEmpty())
                .orElse(data.securityGroupIds());
        return new LaunchTemplate(
                Optional.ofNullable(data.instanceTypeAsString()),
                primary.map(LaunchTemplateInstanceNetworkInterfaceSpecification::subnetId),
                List.copyOf(groups),
                primary.flatMap(PrimaryInterface::address));
    }

    /** Repeating it with the same token sends the same requests, as the change is in the default version by then. */
    void change(String templateId, LaunchTemplateChange change, String clientToken) {
        RequestLaunchTemplateData data = changed(templateId, defaultVersion(templateId), change);
        String version = calls.run(
                "CreateLaunchTemplateVersion",
                () -> ec2.createLaunchTemplateVersion(r -> r.launchTemplateId(templateId)
                        .sourceVersion(DEFAULT)
                        .launchTemplateData(data)
                        .clientToken(clientToken)),
                answer -> Required.value(
                                Required.value(answer.launchTemplateVersion(), "launchTemplateVersion")
                                        .versionNumber(),
                                "versionNumber")
                        .toString());
        calls.run(
                "ModifyLaunchTemplate",
                () -> ec2.modifyLaunchTemplate(r ->
                        r.launchTemplateId(templateId).defaultVersion(version).clientToken(clientToken)),
                answer -> Required.value(answer.launchTemplate(), "launchTemplate"));
    }

    private ResponseLaunchTemplateData defaultVersion(String templateId) {
        return calls.run(
                "DescribeLaunchTemplateVersions",
                () -> ec2.describeLaunchTemplateVersions(
                        r -> r.launchTemplateId(templateId).versions(DEFAULT)),
                answer -> answer.launchTemplateVersions().stream()
                        .map(version -> data(version, templateId))
                        .findFirst()
                        .orElseThrow(() -> new Incomplete("the default version of launch template " + templateId)));
    }

    private static ResponseLaunchTemplateData data(LaunchTemplateVersion version, String templateId) {
        Required.about(version.launchTemplateId(), templateId, "launchTemplateId");
        return Required.value(version.launchTemplateData(), "launchTemplateData");
    }

    private RequestLaunchTemplateData changed(
            String templateId, ResponseLaunchTemplateData now, LaunchTemplateChange change) {
        var data = RequestLaunchTemplateData.builder();
        change.instanceType().ifPresent(data::instanceType);
        if (!changesNetwork(change)) {
            return data.build();
        }
        if (!keepsGroupsOutsideInterfaces(now)) {
            return data.networkInterfaces(PrimaryInterface.change(now.networkInterfaces(), change))
                    .build();
        }
        if (change.subnetId().isPresent() || change.privateIp().isPresent()) {
            throw cannotChangeNetwork(templateId);
        }
        return data.securityGroupIds(change.securityGroupIds()).build();
    }

    private static boolean changesNetwork(LaunchTemplateChange change) {
        return change.subnetId().isPresent()
                || change.privateIp().isPresent()
                || !change.securityGroupIds().isEmpty();
    }

    private static boolean keepsGroupsOutsideInterfaces(ResponseLaunchTemplateData data) {
        return data.networkInterfaces().isEmpty()
                && (!data.securityGroupIds().isEmpty() || !data.securityGroups().isEmpty());
    }

    /** A new version inherits such groups, and EC2 launches nothing that has both them and an interface. */
    private AwsFailure cannotChangeNetwork(String templateId) {
        return failure(
                FailureKind.INVALID,
                "SecurityGroupsOutsideInterface",
                "Expected launch template " + templateId + " to keep its security groups in network interface 0, but it"
                        + " keeps them beside it, so neither subnet nor address can be set; move them there");
    }

    private AwsFailure failure(FailureKind kind, String code, String message) {
        return FailureClassifier.found(calls.name("DescribeLaunchTemplateVersions"), kind, code, message);
    }
}
