package io.jenkins.plugins.drs.engine.aws;

import java.time.Instant;
import java.util.Optional;

/**
 * A point in time that a server can be recovered to.
 *
 * @param snapshotId {@code pit-…}
 * @param expected when it was due
 * @param taken when it was taken; empty while it is not
 */
public record RecoverySnapshot(String snapshotId, Instant expected, Optional<Instant> taken) {}
