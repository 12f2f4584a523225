package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.result.WaveResult;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A wave as the API shows it. */
@ExportedBean(defaultVisibility = 2)
public final class WaveExport {
    private final WaveResult wave;

    WaveExport(WaveResult wave) {
        this.wave = wave;
    }

    @Exported
    public int getNumber() {
        return wave.position().number();
    }

    @Exported
    public String getName() {
        return wave.waveName();
    }

    @Exported
    public WaveResult.Status getStatus() {
        return wave.status();
    }

    @Exported
    public String getReason() {
        return wave.progress().reason().orElse(null);
    }

    @Exported
    public String getStarted() {
        return FiguresExport.text(wave.progress().timing().started());
    }

    @Exported
    public Double getDurationSeconds() {
        return FiguresExport.seconds(wave.progress().timing().length());
    }

    @Exported
    public int getServers() {
        return wave.servers().total();
    }

    @Exported
    public int getServersValidated() {
        return wave.servers().validated();
    }

    @Exported
    public int getServersFailed() {
        return wave.servers().failed();
    }
}
