package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.history.Worsening;
import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.run.ResultTree;
import java.util.Optional;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Something that got worse, and since which drill. */
@ExportedBean(defaultVisibility = 3)
public final class WorseRow {
    private final Worsening worse;
    private final DrillRow since;

    WorseRow(Worsening worse, DrillRow since) {
        this.worse = worse;
        this.since = since;
    }

    @Exported
    public String getWhat() {
        return worse.subject();
    }

    /** For people. */
    public String getTitle() {
        return PlainText.line(getWhat());
    }

    /** Whether it is a server that is not recovered any more. */
    @Exported
    public boolean isFailing() {
        return worse.now().isZero();
    }

    public String getUsual() {
        return isFailing() ? Messages.WorseRow_recovered() : Durations.text(worse.usual());
    }

    public String getNow() {
        return isFailing() ? Messages.WorseRow_notRecovered() : Durations.text(worse.now());
    }

    @Exported
    public Integer getUsualSeconds() {
        return isFailing() ? null : ResultTree.seconds(Optional.of(worse.usual()));
    }

    @Exported
    public Integer getNowSeconds() {
        return isFailing() ? null : ResultTree.seconds(Optional.of(worse.now()));
    }

    @Exported
    public DrillRow getSince() {
        return since;
    }
}
