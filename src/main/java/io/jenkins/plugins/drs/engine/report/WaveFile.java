package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** One wave with its servers: what {@code waves/NN-name.json} holds. */
public record WaveFile(
        String schemaVersion,
        String executionId,
        String planName,
        boolean simulated,
        WaveResult wave,
        List<ServerResult> sourceServers) {
    private static final int LONGEST_SLUG = 60;

    public WaveFile {
        sourceServers = List.copyOf(sourceServers);
    }

    static WaveFile of(DrillResult result, WaveResult wave) {
        return new WaveFile(
                DrillResult.SCHEMA_VERSION,
                result.run().executionId(),
                result.run().planName(),
                result.run().starter().simulated(),
                wave,
                result.serversOf(wave.waveName()));
    }

    /**
     * Name of the file, such as {@code 01-database.json}. Holds lower-case ASCII letters, digits and hyphens only,
     * whatever the wave is called; the number makes it unique.
     */
    static String nameOf(WaveResult wave) {
        String ascii =
                Normalizer.normalize(wave.waveName(), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String slug = ascii.replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-");
        String cut = slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)).replaceAll("^-|-$", "");
        return String.format(Locale.ROOT, "%02d-%s.json", wave.position().number(), cut.isEmpty() ? "wave" : cut);
    }
}
