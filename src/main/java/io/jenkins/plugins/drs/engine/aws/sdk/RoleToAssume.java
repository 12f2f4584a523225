package io.jenkins.plugins.drs.engine.aws.sdk;

import java.util.Optional;

/**
 * The role through which an account is entered.
 *
 * @param accountId twelve digits
 * @param roleName name, with its path if it has one, without the ARN
 * @param externalId what the role's trust policy asks for, if anything
 * @param sessionName shows up in CloudTrail; made to fit what STS takes (2 to 64 of {@code [\w+=,.@-]})
 */
public record RoleToAssume(String accountId, String roleName, Optional<String> externalId, String sessionName) {
    private static final int LONGEST_SESSION_NAME = 64;

    public RoleToAssume {
        String fitting = sessionName.replaceAll("[^A-Za-z0-9_+=,.@-]", "-");
        sessionName = fitting.length() < 2
                ? "drs" + fitting
                : fitting.substring(0, Math.min(fitting.length(), LONGEST_SESSION_NAME));
    }

    /** The role's ARN in {@code partition}, such as {@code aws} or {@code aws-cn}. */
    String arn(String partition) {
        return "arn:" + partition + ":iam::" + accountId + ":role/" + roleName;
    }
}
