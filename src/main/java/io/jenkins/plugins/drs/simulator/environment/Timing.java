package io.jenkins.plugins.drs.simulator.environment;

/**
 * How long things take, in simulated seconds. A drill with the defaults takes some eight minutes to launch.
 *
 * @param jobPending a new job waits this long before it starts
 * @param ec2StatusOk from running until both status checks pass
 * @param ssmOnline from running until the agent is online
 * @param terminate from the start of a terminate job until the instance is gone
 * @param jitter each server is faster or slower by up to this share, 0 to 1
 * @param snapshotMinutes a point-in-time snapshot is taken every so many minutes
 * @param snapshotHistoryHours how long those are kept
 */
public record Timing(
        Double jobPending,
        Double cleanup,
        Double snapshot,
        Double conversion,
        Double launch,
        Double ec2StatusOk,
        Double ssmOnline,
        Double terminate,
        Double jitter,
        Integer snapshotMinutes,
        Integer snapshotHistoryHours) {

    public Timing {
        jobPending = orElse(jobPending, 10);
        cleanup = orElse(cleanup, 15);
        snapshot = orElse(snapshot, 75);
        conversion = orElse(conversion, 240);
        launch = orElse(launch, 90);
        ec2StatusOk = orElse(ec2StatusOk, 90);
        ssmOnline = orElse(ssmOnline, 45);
        terminate = orElse(terminate, 120);
        jitter = orElse(jitter, 0.2);
        snapshotMinutes = snapshotMinutes == null ? 10 : snapshotMinutes;
        snapshotHistoryHours = snapshotHistoryHours == null ? 4 : snapshotHistoryHours;
    }

    /** The defaults. */
    public static Timing typical() {
        return new Timing(null, null, null, null, null, null, null, null, null, null, null);
    }

    private static double orElse(Double value, double otherwise) {
        return value == null ? otherwise : value;
    }
}
