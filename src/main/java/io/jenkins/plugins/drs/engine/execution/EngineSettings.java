package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.execution.core.RetryPolicy;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.execution.launch.WatchPolicy;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;

/** The numbers that the engine works by. */
public record EngineSettings(Timing timing, RetryPolicy retries, WatchPolicy watching, QuotaLimits limits) {
    public static final EngineSettings DEFAULT =
            new EngineSettings(Timing.DEFAULT, RetryPolicy.DEFAULT, WatchPolicy.DEFAULT, QuotaLimits.AWS_DEFAULT);
}
