package io.jenkins.plugins.drs.simulator.state;

import java.time.Instant;

/**
 * A point-in-time snapshot.
 *
 * @param timestamp when it was taken; null until it is
 */
public record Snapshot(String id, Instant expected, Instant timestamp, String ebsSnapshotId) {}
