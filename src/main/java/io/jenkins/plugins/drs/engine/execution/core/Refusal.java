package io.jenkins.plugins.drs.engine.execution.core;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.term.FailureKind;

/** Turns a failure of AWS into sentences for people: what happened, and what to do. */
public final class Refusal {
    private Refusal() {}

    /** What happened: operation, code and the words of AWS. */
    public static String message(AwsFailure failure) {
        AwsFailure.Details details = failure.details();
        return details.operation() + " failed with " + details.code() + ": " + details.message()
                + details.requestId().map(id -> " (request " + id + ")").orElse("");
    }

    /** A role is entered by two permissions, and a wrong external id looks like a missing one. */
    private static String denied(String operation) {
        return operation.equals("sts:AssumeRole")
                ? "Let the trust policy of the role name the role or user that assumes it, give the external id that the trust "
                        + "policy asks for where the role is named (the account in the plan, or the credentials), and allow "
                        + "that role or user sts:AssumeRole."
                : "Allow " + operation + " to the role or user that the drill runs as.";
    }

    /** What to do about it. */
    public static String remedy(AwsFailure failure) {
        return remedy(failure.kind(), failure.details().operation());
    }

    /** What to do about a failure of this kind. */
    public static String remedy(FailureKind kind, String operation) {
        return switch (kind) {
            case ACCESS_DENIED -> denied(operation);
            case NO_CREDENTIALS -> "Give valid AWS credentials: a profile, environment variables or a role.";
            case CREDENTIALS_UNREACHABLE ->
                "The credentials were not refused. Those of a role come from AWS STS, whose address the message names where it "
                        + "is known: let this machine reach it (name server, firewall, proxy), then start again.";
            case WRONG_PLACE ->
                "Give back the credentials and the endpoint that the execution began with: it works in that account of that AWS, "
                        + "or not at all.";
            case EXPIRED_CREDENTIALS, EXPIRED_KEYS -> "Renew the credentials and start again.";
            case UNINITIALIZED -> "Open Elastic Disaster Recovery once in this Region and initialise it.";
            case UNREADABLE ->
                "Let this machine reach the endpoints of AWS: sign in at the proxy or let it pass these hosts, and check the "
                        + "endpoint, then start again.";
            case UNREACHABLE, NO_ANSWER -> "Check the network, the proxy and the endpoint, then start again.";
            case THROTTLED, SERVER_FAULT -> "AWS is busy or has a fault; start again later.";
            case CONFLICT, QUOTA -> "Wait for what runs in the account to end, then start again.";
            case NOT_FOUND -> "Correct the name, or create what it names in this account and Region.";
            case INVALID, OTHER -> "Correct what the message names, then start again.";
        };
    }
}
