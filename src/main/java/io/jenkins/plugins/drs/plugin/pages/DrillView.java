package io.jenkins.plugins.drs.plugin.pages;

import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.Verdict;
import io.jenkins.plugins.drs.plugin.build.StatusIcons;
import io.jenkins.plugins.drs.plugin.run.DrillSummary;
import io.jenkins.plugins.drs.plugin.run.KnownDrill;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.function.Function;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** An execution in lists. */
@ExportedBean(defaultVisibility = 3)
public final class DrillView {
    private final KnownDrill drill;

    DrillView(KnownDrill drill) {
        this.drill = drill;
    }

    @Exported
    public String getExecutionId() {
        return drill.record().executionId();
    }

    /** The word of its mode, such as {@code Drill}. */
    @Exported
    public String getMode() {
        return drill.mode().word();
    }

    /**
     * {@code RUNNING} until it has ended, {@code PAUSED} while it waits for a decision, {@code STUCK} while it cannot go on;
     * {@code UNKNOWN} when its journal cannot be read, or an execution that could not go on was closed.
     */
    @Exported
    public String getStatus() {
        return drill.running()
                ? drill.state().name()
                : drill.summary().map(end -> end.status().name()).orElse("UNKNOWN");
    }

    public String getStatusWord() {
        return getStatus().substring(0, 1) + getStatus().substring(1).toLowerCase(Locale.ROOT);
    }

    /** What goes on, as a sentence without its full stop. */
    public String getDoing() {
        if (drill.state() == KnownDrill.State.PAUSED) {
            return Messages.doing_paused(getMode());
        }
        if (drill.state() == KnownDrill.State.STUCK) {
            return Messages.doing_stuck(getMode());
        }
        return switch (drill.mode()) {
            case CHECK -> Messages.doing_check();
            case CLEANUP -> Messages.doing_cleanup();
            default -> Messages.doing_runs(getMode());
        };
    }

    public String getIcon() {
        return switch (drill.state()) {
            case RUNNING -> StatusIcons.of(Verdict.Status.RUNNING);
            case PAUSED -> StatusIcons.of(Verdict.Status.PAUSED);
            case STUCK -> StatusIcons.of(Verdict.Status.FAILED);
            case ENDED ->
                drill.summary().map(end -> StatusIcons.of(end.status())).orElse("symbol-status-nobuilt");
        };
    }

    @Exported
    public boolean isSimulated() {
        return drill.simulated();
    }

    /** Whether something else than AWS and the simulator answered. */
    @Exported
    public boolean isNotAws() {
        return drill.notAws();
    }

    /** In real time, also where a simulator has a time of its own. */
    @Exported
    public String getStartedAt() {
        return drill.created().toString();
    }

    public Date getStarted() {
        return Date.from(drill.created());
    }

    public String getAge() {
        return Ages.text(drill.created(), Instant.now());
    }

    /** The page of the execution, relative to Jenkins' root. */
    @Exported
    public String getUrl() {
        return JobAddress.of(drill.job()) + drill.build() + "/drs/"
                + drill.record().executionId() + "/";
    }

    public String getBuild() {
        return drill.job() + " #" + drill.build();
    }

    public String getServers() {
        return drill.summary().map(DrillSummary::servers).orElse("");
    }

    public String getLasted() {
        return drill.summary().map(end -> Durations.text(end.lasted())).orElse("");
    }

    public String getRto() {
        return reached(DrillSummary::rto);
    }

    public String getRpo() {
        return reached(DrillSummary::rpo);
    }

    public String getRtoVerdict() {
        return verdict(DrillSummary::rto);
    }

    public String getRpoVerdict() {
        return verdict(DrillSummary::rpo);
    }

    public boolean isRtoMissed() {
        return drill.summary().filter(end -> end.rto().missed()).isPresent();
    }

    public boolean isRpoMissed() {
        return drill.summary().filter(end -> end.rpo().missed()).isPresent();
    }

    @Exported
    public Double getRtoSeconds() {
        return seconds(DrillSummary::rto);
    }

    @Exported
    public Double getRpoSeconds() {
        return seconds(DrillSummary::rpo);
    }

    private Double seconds(Function<DrillSummary, Objective> measure) {
        return drill.summary()
                .flatMap(end -> measure.apply(end).reached())
                .map(reached -> reached.toMillis() / 1000.0)
                .orElse(null);
    }

    private String reached(Function<DrillSummary, Objective> measure) {
        return drill.summary()
                .map(end -> Headline.reached(measure.apply(end), end.status()))
                .orElse("");
    }

    private String verdict(Function<DrillSummary, Objective> measure) {
        return drill.summary()
                .map(end -> Headline.verdict(measure.apply(end), end.status()))
                .orElse("");
    }
}
