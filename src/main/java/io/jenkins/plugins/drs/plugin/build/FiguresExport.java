package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.result.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Figures of an execution as the API shows them: seconds and ISO 8601; what is not known is null. */
@ExportedBean(defaultVisibility = 4)
public final class FiguresExport {
    private final DrillResult result;
    private final Verdict verdict;

    FiguresExport(DrillResult result) {
        this.result = result;
        this.verdict = result.verdict();
    }

    static Double seconds(Optional<Duration> duration) {
        return duration.map(length -> length.toMillis() / 1000.0).orElse(null);
    }

    static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }

    @Exported
    public String getStarted() {
        return text(verdict.timing().started());
    }

    @Exported
    public String getEnded() {
        return text(verdict.timing().ended());
    }

    @Exported
    public Double getDurationSeconds() {
        return seconds(verdict.timing().length());
    }

    @Exported
    public Double getRtoSeconds() {
        return seconds(verdict.rto().reached());
    }

    @Exported
    public Double getRtoObjectiveSeconds() {
        return seconds(verdict.rto().objective());
    }

    @Exported
    public Boolean getRtoMet() {
        return verdict.rto().met().orElse(null);
    }

    @Exported
    public Double getRpoSeconds() {
        return seconds(verdict.rpo().reached());
    }

    @Exported
    public Double getRpoObjectiveSeconds() {
        return seconds(verdict.rpo().objective());
    }

    @Exported
    public Boolean getRpoMet() {
        return verdict.rpo().met().orElse(null);
    }

    @Exported
    public int getServers() {
        return result.sourceServers().size();
    }

    @Exported
    public long getServersValidated() {
        return Headline.count(result, ServerResult.Status.VALIDATED);
    }

    @Exported
    public long getServersFailed() {
        return Headline.count(result, ServerResult.Status.FAILED);
    }

    @Exported
    public int getInstancesTerminated() {
        return result.cleanup().terminatedInstances();
    }

    @Exported
    public int getLeftBehind() {
        return result.cleanup().leftBehind().size();
    }
}
