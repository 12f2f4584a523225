package io.jenkins.plugins.drs.engine.history;

import java.time.Duration;

/**
 * A figure that was at one level for a while and has been above it ever since.
 *
 * @param usual the median of the executions before
 * @param now what the last execution measured; zero for a server that is not recovered any more
 * @param since the first execution of those above the usual level
 */
public record Worsening(String subject, Duration usual, Duration now, DrillSummary.Run since) {}
