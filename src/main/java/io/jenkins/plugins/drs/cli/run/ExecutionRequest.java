package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.nio.file.Path;

/**
 * What is to be run.
 *
 * @param configuration holds the plan, without errors
 * @param folder where results go; made if it is not there
 */
public record ExecutionRequest(
        Mode mode, DrConfiguration configuration, String planName, RunOptions options, Path folder) {}
