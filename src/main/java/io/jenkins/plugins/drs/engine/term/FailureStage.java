package io.jenkins.plugins.drs.engine.term;

/** Where a server failed. */
public enum FailureStage {
    /** Its launch settings could not be corrected. */
    SETTINGS(
            "Compare the launch settings of the plan with subnet, security groups and launch template in the target Region,"
                    + " and the role's permission to change them."),
    /** No job was started for it. */
    START("Look for another job that holds the server, and for the account's DRS quotas; then run the drill again."),
    /** Its job did not launch it. */
    LAUNCH(
            "Read what AWS said in the job log, correct it in the server's launch settings or the account's EC2 limits, and run"
                    + " the drill again."),
    /** Its instance did not become healthy. */
    VALIDATION(
            "Launch the server alone with keepInstances, look at the instance's system log and screenshot in EC2, and see"
                    + " why it does not become healthy."),
    /** Its wave ended before its turn. */
    NOT_REACHED("Resolve what stopped the wave; the server itself was not launched."),
    /** Its outcome could not be read: it may be recovered and run. */
    UNSEEN("Do what the reason says, then check its state in the DRS console; the cleanup of the plan terminates its"
            + " instance.");

    private final String remedy;

    FailureStage(String remedy) {
        this.remedy = remedy;
    }

    /** What to do about it, as a sentence. */
    public String remedy() {
        return remedy;
    }
}
