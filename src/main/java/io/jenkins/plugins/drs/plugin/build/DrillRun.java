package io.jenkins.plugins.drs.plugin.build;

import hudson.model.Job;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.RunInfo;
import io.jenkins.plugins.drs.engine.result.Verdict;
import io.jenkins.plugins.drs.plugin.run.KnownDrill;
import java.util.Date;
import java.util.Locale;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One execution in a job's history. */
@ExportedBean(defaultVisibility = 3)
public final class DrillRun {
    private final Job<?, ?> job;
    private final KnownDrill drill;
    private final DrillSummary figures;

    DrillRun(Job<?, ?> job, KnownDrill drill, DrillSummary figures) {
        this.job = job;
        this.drill = drill;
        this.figures = figures;
    }

    DrillSummary figures() {
        return figures;
    }

    Objective rto() {
        return figures.rto();
    }

    Objective rpo() {
        return figures.rpo();
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

    @Exported
    public String getExecutionId() {
        return drill.record().executionId();
    }

    @Exported
    public RunInfo.Mode getMode() {
        return drill.mode();
    }

    /** Page of the execution, relative to Jenkins' root. */
    @Exported
    public String getUrl() {
        return DrillPages.url(job, drill);
    }

    @Exported
    public Verdict.Status getStatus() {
        return figures.run().status();
    }

    @Exported
    public boolean isSimulated() {
        return figures.run().simulated();
    }

    /** Whether something else than AWS and the simulator answered. */
    @Exported
    public boolean isNotAws() {
        return !isSimulated() && !figures.run().inAws();
    }

    /** In real time, also of a simulation. */
    @Exported
    public String getStartedAt() {
        return drill.created().toString();
    }

    public Date getStarted() {
        return Date.from(drill.created());
    }

    @Exported
    public Double getRtoSeconds() {
        return FiguresExport.seconds(figures.rto().reached());
    }

    @Exported
    public Boolean getRtoMet() {
        return figures.rto().met().orElse(null);
    }

    @Exported
    public Double getRpoSeconds() {
        return FiguresExport.seconds(figures.rpo().reached());
    }

    @Exported
    public Boolean getRpoMet() {
        return figures.rpo().met().orElse(null);
    }

    public String getStatusIcon() {
        return StatusIcons.of(getStatus());
    }

    /** The status as people read it. */
    public String getStatusWord() {
        String word = getStatus().name();
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    public String getServers() {
        return Messages.DrillRun_servers(figures.recovered(), figures.servers().size());
    }

    @Exported
    public int getServersRecovered() {
        return (int) figures.recovered();
    }

    @Exported
    public int getServersSelected() {
        return figures.servers().size();
    }

    /** Time lost between the steps of AWS; a dash when it is not known. */
    public String getLost() {
        return figures.lost().map(Durations::text).orElse("\u2013");
    }

    public String getRto() {
        return Headline.reached(figures.rto(), getStatus());
    }

    public String getRtoVerdict() {
        return Headline.verdict(figures.rto(), getStatus());
    }

    public boolean isRtoMissed() {
        return figures.rto().missed();
    }

    public String getRpo() {
        return Headline.reached(figures.rpo(), getStatus());
    }

    public String getRpoVerdict() {
        return Headline.verdict(figures.rpo(), getStatus());
    }

    public boolean isRpoMissed() {
        return figures.rpo().missed();
    }
}
