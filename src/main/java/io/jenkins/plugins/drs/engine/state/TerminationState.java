package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationIntended;
import java.util.Optional;

/**
 * A call of {@code TerminateRecoveryInstances}, as it stands.
 *
 * @param open whether its outcome is not known yet
 * @param jobId the job that it led to, if it did
 */
public record TerminationState(TerminationIntended intended, boolean open, Optional<String> jobId) {}
