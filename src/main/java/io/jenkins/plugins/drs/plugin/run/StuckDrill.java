package io.jenkins.plugins.drs.plugin.run;

import java.util.List;

/**
 * An execution that has not ended and cannot go on.
 *
 * @param lines why, what may still run, and what to do
 */
public record StuckDrill(DrillRecord record, BuildRef build, List<String> lines) {}
