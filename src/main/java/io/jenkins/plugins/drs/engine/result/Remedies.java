package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.engine.term.RemnantKind;

/** What to do about failures for which no event says so. */
final class Remedies {
    private Remedies() {}

    static String forServer(FailureStage stage) {
        return switch (stage) {
            case SETTINGS ->
                "Compare the launch settings of the plan with subnet, security groups and launch template"
                        + " in the target Region, and the role's permission to change them.";
            case START ->
                "Look for another job that holds the server, and for the account's DRS quotas; then run the"
                        + " drill again.";
            case LAUNCH ->
                "Read what AWS said in the job log, correct it in the server's launch settings or the"
                        + " account's EC2 limits, and run the drill again.";
            case VALIDATION ->
                "Launch the server alone with keepInstances, look at the instance's system log and"
                        + " screenshot in EC2, and see why it does not become healthy.";
            case UNSEEN ->
                "Do what the reason says, then check its state in the DRS console; the cleanup of the plan terminates"
                        + " its instance.";
            case NOT_REACHED -> "Resolve what stopped the wave; the server itself was not launched.";
        };
    }

    static String forAction(ActionOutcome outcome) {
        return switch (outcome) {
            case TIMED_OUT ->
                "See in Systems Manager which step took so long, or give the action a longer maxWaitTime.";
            case NOT_RUN -> "Check the runbook's name, its parameters and the role's permission to start it.";
            default -> "Open the automation execution in Systems Manager and read the step that failed.";
        };
    }

    /** What a failed call asks for; {@code kind} is what the engine made of it. */
    static String forCall(String kind, String operation) {
        return switch (kind) {
            case "ACCESS_DENIED" -> "Allow " + operation + " in the policy of the role that the drill runs as.";
            case "NO_CREDENTIALS", "EXPIRED_CREDENTIALS", "EXPIRED_KEYS" -> "Give the drill valid AWS credentials.";
            case "UNREADABLE" ->
                "Let the machine reach the endpoints of AWS: see what a proxy or gateway on the way answers.";
            case "UNINITIALIZED" -> "Set up Elastic Disaster Recovery in that Region first.";
            case "NOT_FOUND" -> "Check the names and ids in the plan against the account and Region.";
            case "INVALID" -> "Compare the plan's values with what AWS says of the request.";
            case "QUOTA" -> "Ask for a higher quota, or let fewer servers start at the same time.";
            case "CONFLICT" -> "Wait until the other job on the same servers is over.";
            default -> "Try again; if it happens again, look at the request ids in the audit trail and ask AWS.";
        };
    }

    static String forRemnant(RemnantKind kind) {
        return switch (kind) {
            case RECOVERY_INSTANCE ->
                "It costs money: terminate it in the DRS console, or run the cleanup of the plan.";
            case JOB ->
                "Wait for the job to end, then run the cleanup of the plan: it terminates what the job left running.";
            case LAUNCH_IN_DOUBT ->
                "Look in the DRS console for a job with the tags of this execution, then run the"
                        + " cleanup of the plan.";
            case AUTOMATION -> "Stop it in Systems Manager if it should not go on.";
            case UNSEEN ->
                "Give the drill access to that account and Region again and run the cleanup of the plan:"
                        + " instances may run there.";
        };
    }
}
