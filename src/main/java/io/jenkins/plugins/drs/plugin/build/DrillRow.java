package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.run.KnownDrill;
import io.jenkins.plugins.drs.plugin.run.ResultTree;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** An execution in a list, for pages and programs. */
@ExportedBean(defaultVisibility = 3)
public final class DrillRow {
    private final KnownDrill drill;
    private final Optional<DrillSummary.Run> summary;
    private final Supplier<String> jobUrl;

    /**
     * @param summary empty where nothing is known, such as of one that runs
     * @param jobUrl relative to Jenkins' root, with a slash at its end
     */
    DrillRow(KnownDrill drill, Optional<DrillSummary.Run> summary, Supplier<String> jobUrl) {
        this.drill = drill;
        this.summary = summary;
        this.jobUrl = jobUrl;
    }

    /** @param jobUrl relative to Jenkins' root, with a slash at its end */
    public DrillRow(KnownDrill drill, Supplier<String> jobUrl) {
        this(drill, drill.summary(), jobUrl);
    }

    private <T> Optional<T> end(Function<DrillSummary.End, T> value) {
        return summary.map(DrillSummary.Run::end).map(value);
    }

    /** None is reached, and none asked for, where nothing is known. */
    private Objective objective(Function<DrillSummary.End, Objective> measure) {
        return end(measure).orElse(new Objective(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    Objective rto() {
        return objective(DrillSummary.End::rto);
    }

    Objective rpo() {
        return objective(DrillSummary.End::rpo);
    }

    boolean isRunning() {
        return drill.running();
    }

    @Exported
    public int getBuildNumber() {
        return drill.build();
    }

    public String getBuildName() {
        return "#" + drill.build();
    }

    public String getBuild() {
        return drill.job() + " " + getBuildName();
    }

    @Exported
    public String getExecutionId() {
        return drill.record().executionId();
    }

    @Exported
    public Mode getMode() {
        return drill.mode();
    }

    /** Page of the execution, relative to Jenkins' root. */
    @Exported
    public String getUrl() {
        return jobUrl.get() + drill.build() + "/" + DrillAction.URL_NAME + "/" + getExecutionId() + "/";
    }

    /**
     * {@code RUNNING} until it has ended, {@code PAUSED} while it waits for a decision, {@code STUCK} while it cannot go on;
     * {@code UNKNOWN} when its journal cannot be read, or an execution that could not go on was closed.
     */
    @Exported
    public String getStatus() {
        return drill.running()
                ? drill.state().name()
                : end(DrillSummary.End::status).map(ExecutionStatus::name).orElse("UNKNOWN");
    }

    /** The status as people read it. */
    public String getStatusWord() {
        return getStatus().charAt(0) + getStatus().substring(1).toLowerCase(Locale.ROOT);
    }

    /** What goes on, as a sentence without its full stop. */
    public String getDoing() {
        String mode = drill.mode().word();
        if (drill.state() == KnownDrill.State.PAUSED) {
            return Messages.doing_paused(mode);
        }
        if (drill.state() == KnownDrill.State.STUCK) {
            return Messages.doing_stuck(mode);
        }
        return switch (drill.mode()) {
            case CHECK -> Messages.doing_check();
            case CLEANUP -> Messages.doing_cleanup();
            default -> Messages.doing_runs(mode);
        };
    }

    public String getStatusIcon() {
        return switch (drill.state()) {
            case RUNNING -> icon(ExecutionStatus.RUNNING);
            case PAUSED -> icon(ExecutionStatus.PAUSED);
            case STUCK -> icon(ExecutionStatus.FAILED);
            case ENDED -> end(DrillSummary.End::status).map(DrillRow::icon).orElse("symbol-status-nobuilt");
        };
    }

    @Exported
    public boolean isSimulated() {
        return summary.map(DrillSummary.Run::simulated).orElse(drill.simulated());
    }

    /** Whether something else than AWS and the simulator answered. */
    @Exported
    public boolean isNotAws() {
        return !isSimulated() && summary.filter(run -> !run.inAws()).isPresent();
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

    public String getLasted() {
        return end(DrillSummary.End::lasted).map(Durations::text).orElse("");
    }

    /** How many servers were recovered, of how many. */
    public String getServers() {
        return Messages.DrillRow_servers(getServersRecovered(), getServersSelected());
    }

    @Exported
    public int getServersRecovered() {
        return end(DrillSummary.End::recovered).orElse(0);
    }

    @Exported
    public int getServersSelected() {
        return end(DrillSummary.End::servers).orElse(0);
    }

    @Exported
    public Integer getRtoSeconds() {
        return ResultTree.seconds(rto().reached());
    }

    @Exported
    public Boolean getRtoMet() {
        return rto().met().orElse(null);
    }

    @Exported
    public Integer getRpoSeconds() {
        return ResultTree.seconds(rpo().reached());
    }

    @Exported
    public Boolean getRpoMet() {
        return rpo().met().orElse(null);
    }

    public String getRto() {
        return reached(rto());
    }

    public String getRtoVerdict() {
        return verdict(rto());
    }

    public boolean isRtoMissed() {
        return rto().missed();
    }

    public String getRpo() {
        return reached(rpo());
    }

    public String getRpoVerdict() {
        return verdict(rpo());
    }

    public boolean isRpoMissed() {
        return rpo().missed();
    }

    String reached(Objective measured) {
        return end(end -> Headline.reached(measured, end.status())).orElse("");
    }

    private String verdict(Objective measured) {
        return end(end -> Headline.verdict(measured, end.status())).orElse("");
    }

    /** Jenkins' own symbol for how an execution stands. */
    public static String icon(ExecutionStatus status) {
        return "symbol-status-"
                + switch (status) {
                    case COMPLETED -> "blue";
                    case PARTIAL -> "yellow";
                    case FAILED -> "red";
                    case CANCELLED -> "aborted";
                    case PENDING, RUNNING -> "blue-anime";
                    case PAUSED -> "yellow-anime";
                };
    }
}
