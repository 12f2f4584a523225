package io.jenkins.plugins.drs.view;

import hudson.model.Run;
import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.RunInfo;
import io.jenkins.plugins.drs.engine.result.Verdict;
import io.jenkins.plugins.drs.host.DrillRecord;
import java.util.Date;
import java.util.Locale;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One execution in a job's history. */
@ExportedBean(defaultVisibility = 3)
public final class DrillRun {
    private final Run<?, ?> build;
    private final DrillRecord record;
    private final DrillFigures figures;

    DrillRun(Run<?, ?> build, DrillRecord record, DrillFigures figures) {
        this.build = build;
        this.record = record;
        this.figures = figures;
    }

    Objective rto() {
        return figures.rto();
    }

    Objective rpo() {
        return figures.rpo();
    }

    @Exported
    public int getBuildNumber() {
        return build.getNumber();
    }

    public String getBuildName() {
        return build.getDisplayName();
    }

    @Exported
    public String getExecutionId() {
        return record.executionId();
    }

    @Exported
    public RunInfo.Mode getMode() {
        return record.mode();
    }

    /** Page of the execution, relative to Jenkins' root. */
    @Exported
    public String getUrl() {
        return DrillPages.url(build, record.executionId());
    }

    @Exported
    public Verdict.Status getStatus() {
        return figures.status();
    }

    @Exported
    public boolean isSimulated() {
        return figures.simulated();
    }

    @Exported
    public String getStartedAt() {
        return figures.started().toString();
    }

    public Date getStarted() {
        return Date.from(figures.started());
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
        return StatusIcons.of(figures.status());
    }

    /** The status as people read it. */
    public String getStatusWord() {
        String word = figures.status().name();
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    public String getServers() {
        return Messages.DrillRun_servers(figures.validated(), figures.servers());
    }

    public String getLasted() {
        return Durations.text(figures.lasted());
    }

    public String getRto() {
        return Headline.reached(figures.rto(), figures.status());
    }

    public String getRtoVerdict() {
        return Headline.verdict(figures.rto(), figures.status());
    }

    public boolean isRtoMissed() {
        return figures.rto().missed();
    }

    public String getRpo() {
        return Headline.reached(figures.rpo(), figures.status());
    }

    public String getRpoVerdict() {
        return Headline.verdict(figures.rpo(), figures.status());
    }

    public boolean isRpoMissed() {
        return figures.rpo().missed();
    }
}
