package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.execution.core.RetryPolicy;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurations;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;

/** The numbers that the engine works by. */
public record EngineSettings(Timing timing, RetryPolicy retries, EarlierDurations experience, QuotaLimits limits) {
    public static final EngineSettings DEFAULT =
            new EngineSettings(Timing.DEFAULT, RetryPolicy.DEFAULT, EarlierDurations.NONE, QuotaLimits.AWS_DEFAULT);

    /** The same at another rhythm. */
    public EngineSettings with(Timing other) {
        return new EngineSettings(other, retries, experience, limits);
    }

    /** The same in a time of which so many seconds pass in a real one. */
    public EngineSettings atScale(double scale) {
        return with(timing.atScale(scale));
    }

    /** The same, knowing how long things took in an earlier drill of the plan. */
    public EngineSettings with(EarlierDurations earlier) {
        return new EngineSettings(timing, retries, earlier, limits);
    }
}
