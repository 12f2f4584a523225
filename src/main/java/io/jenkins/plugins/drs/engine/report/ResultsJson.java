package io.jenkins.plugins.drs.engine.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Results as JSON: instants in ISO 8601, durations in seconds with milliseconds where there are some, absent values
 * left out.
 */
public final class ResultsJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(Duration.class, new Seconds()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private ResultsJson() {}

    /** The text of {@code results.json}. */
    public static String results(DrillResult result) {
        return write(result);
    }

    /** The text of a wave's file. */
    public static String wave(WaveFile wave) {
        return write(wave);
    }

    /** Writes what {@link #results} or {@link #wave} would give, without having all of it in memory. */
    static void write(Object value, Writer out) throws IOException {
        MAPPER.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, value);
        out.write('\n');
    }

    private static String write(Object value) {
        try {
            StringWriter out = new StringWriter();
            write(value, out);
            return out.toString();
        } catch (IOException e) {
            throw new IllegalStateException("Results are plain records, but cannot be written: " + e.getMessage(), e);
        }
    }

    private static final class Seconds extends JsonSerializer<Duration> {
        @Override
        public void serialize(Duration value, JsonGenerator out, SerializerProvider provider) throws IOException {
            BigDecimal seconds = BigDecimal.valueOf(value.toMillis(), 3).stripTrailingZeros();
            out.writeNumber(seconds.scale() < 0 ? seconds.setScale(0) : seconds);
        }
    }

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
            String cut =
                    slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)).replaceAll("^-|-$", "");
            return String.format(Locale.ROOT, "%02d-%s.json", wave.position().number(), cut.isEmpty() ? "wave" : cut);
        }
    }
}
