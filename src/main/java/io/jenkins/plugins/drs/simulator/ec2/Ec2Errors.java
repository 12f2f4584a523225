package io.jenkins.plugins.drs.simulator.ec2;

import io.jenkins.plugins.drs.simulator.wire.AwsError;
import java.util.List;

/** Refusals of EC2, in its words. */
final class Ec2Errors {

    private Ec2Errors() {}

    static AwsError dryRun() {
        return new AwsError(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
    }

    static AwsError invalid(String message) {
        return new AwsError(400, "InvalidParameterValue", message);
    }

    static AwsError combination(String message) {
        return new AwsError(400, "InvalidParameterCombination", message);
    }

    static AwsError missing(String message) {
        return new AwsError(400, "MissingParameter", message);
    }

    static AwsError unknownFilter(String name) {
        return invalid("The filter '" + name + "' is invalid");
    }

    static AwsError badToken() {
        return new AwsError(400, "InvalidNextToken", "The token in the request is not valid.");
    }

    static AwsError tokenReused() {
        return new AwsError(
                400, "IdempotentParameterMismatch", "The client token has already been used with other parameters.");
    }

    static AwsError malformedInstance(String id) {
        return new AwsError(400, "InvalidInstanceID.Malformed", "Invalid id: \"" + id + "\"");
    }

    static AwsError noInstances(List<String> ids) {
        return new AwsError(400, "InvalidInstanceID.NotFound", noneOf("instance ID", ids));
    }

    static AwsError noSubnets(List<String> ids) {
        return new AwsError(400, "InvalidSubnetID.NotFound", noneOf("subnet ID", ids));
    }

    static AwsError malformedGroup(String id) {
        return new AwsError(400, "InvalidGroupId.Malformed", "Invalid id: \"" + id + "\" (expecting \"sg-...\")");
    }

    static AwsError noGroups(List<String> ids) {
        return new AwsError(400, "InvalidGroup.NotFound", noneOf("security group", ids));
    }

    static AwsError malformedTemplate(String id) {
        return new AwsError(
                400,
                "InvalidLaunchTemplateId.Malformed",
                "The specified launch template ID, " + id + ", is not valid. The expected format is lt-xxxxxxxx or "
                        + "lt-xxxxxxxxxxxxxxxxx.");
    }

    static AwsError noTemplate(String id) {
        return new AwsError(
                400,
                "InvalidLaunchTemplateId.NotFound",
                "The specified launch template, with template ID " + id + ", does not exist.");
    }

    static AwsError noTemplateNamed(String name) {
        return new AwsError(
                400,
                "InvalidLaunchTemplateName.NotFoundException",
                "The specified launch template, with template name " + name + ", does not exist.");
    }

    static AwsError noVersion(String templateId, String version) {
        return new AwsError(
                400,
                "InvalidLaunchTemplateId.VersionNotFound",
                "Could not find the specified version " + version + " for the launch template with ID " + templateId
                        + ".");
    }

    private static String noneOf(String kind, List<String> ids) {
        return ids.size() == 1
                ? "The " + kind + " '" + ids.get(0) + "' does not exist"
                : "The " + kind + "s '" + String.join(", ", ids) + "' do not exist";
    }
}
