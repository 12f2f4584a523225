package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.history.Change;
import io.jenkins.plugins.drs.engine.history.PlanTrend.SlowServer;
import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.run.ResultTree;
import java.time.Duration;
import java.util.Optional;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A server that took long in the last drill. */
@ExportedBean(defaultVisibility = 3)
public final class SlowRow {
    private final SlowServer server;

    SlowRow(SlowServer server) {
        this.server = server;
    }

    @Exported
    public String getServer() {
        return server.now().label();
    }

    /** For people. */
    public String getTitle() {
        return PlainText.line(getServer());
    }

    @Exported
    public Integer getSeconds() {
        return ResultTree.seconds(server.now().recovery());
    }

    @Exported
    public Integer getUsualSeconds() {
        return ResultTree.seconds(server.usual());
    }

    public String getNow() {
        return text(server.now().recovery());
    }

    public String getUsual() {
        return text(server.usual());
    }

    public String getRpo() {
        return text(server.now().dataAge());
    }

    public boolean isSlower() {
        return server.change().direction() == Change.Direction.WORSE;
    }

    private static String text(Optional<Duration> length) {
        return length.map(Durations::text).orElse("\u2013");
    }
}
