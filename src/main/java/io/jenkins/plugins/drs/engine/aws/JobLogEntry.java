package io.jenkins.plugins.drs.engine.aws;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a job's log.
 *
 * @param event such as {@code SNAPSHOT_START}
 * @param sourceServerId the server that it is about, if about one
 * @param rawError what went wrong, in the words of AWS
 */
public record JobLogEntry(Instant at, String event, Optional<String> sourceServerId, Optional<String> rawError) {}
