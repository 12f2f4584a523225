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
        jobPending = Absent.or(jobPending, 10.0);
        cleanup = Absent.or(cleanup, 15.0);
        snapshot = Absent.or(snapshot, 75.0);
        conversion = Absent.or(conversion, 240.0);
        launch = Absent.or(launch, 90.0);
        ec2StatusOk = Absent.or(ec2StatusOk, 90.0);
        ssmOnline = Absent.or(ssmOnline, 45.0);
        terminate = Absent.or(terminate, 120.0);
        jitter = Absent.or(jitter, 0.2);
        snapshotMinutes = Absent.or(snapshotMinutes, 10);
        snapshotHistoryHours = Absent.or(snapshotHistoryHours, 4);
    }

    /** The defaults. */
    public static Timing typical() {
        return new Timing(null, null, null, null, null, null, null, null, null, null, null);
    }
}
