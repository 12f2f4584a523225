package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.RunInfo;
import io.jenkins.plugins.drs.engine.result.Verdict;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Figures that tools read beside tests: seconds as numbers, what is not known as an empty text. */
final class TestProperties {
    private final Map<String, String> all = new LinkedHashMap<>();

    private TestProperties() {}

    /** Those of each suite: they say of which execution it is. */
    static Map<String, String> of(RunInfo run) {
        TestProperties properties = new TestProperties();
        properties.add("planName", run.planName());
        properties.add("executionId", run.executionId());
        properties.add("mode", run.mode());
        properties.add("simulated", run.starter().simulated());
        run.starter().answeredBy().ifPresent(kind -> properties.add("answeredBy", kind));
        return properties.all;
    }

    static Map<String, String> of(WaveResult wave) {
        TestProperties properties = new TestProperties();
        properties.add("wave", wave.waveName());
        properties.add("status", wave.status());
        properties.objective("rto", wave.progress().rto());
        properties.add("servers", wave.servers().total());
        properties.add("serversRecovered", wave.servers().validated());
        return properties.all;
    }

    static Map<String, String> of(DrillResult result) {
        TestProperties properties = new TestProperties();
        Verdict verdict = result.verdict();
        properties.add("status", verdict.status());
        properties.objective("rto", verdict.rto());
        properties.objective("rpo", verdict.rpo());
        properties.add("servers", result.sourceServers().size());
        properties.add("cleanup", result.cleanup().status());
        properties.add("startedBy", result.run().starter().startedBy());
        properties.add("toolVersion", result.run().starter().toolVersion());
        properties.add("configurationHash", result.run().configurationHash());
        properties.add("lastHash", result.audit().journal().lastHash().orElse(""));
        return properties.all;
    }

    private void objective(String name, Objective objective) {
        add(name + "Seconds", seconds(objective.reached()));
        add(name + "ObjectiveSeconds", seconds(objective.objective()));
        add(name + "Met", objective.met().map(String::valueOf).orElse(""));
    }

    private static String seconds(Optional<Duration> duration) {
        return duration.map(it -> BigDecimal.valueOf(it.toMillis(), 3).toPlainString())
                .orElse("");
    }

    private void add(String name, Object value) {
        all.put(name, value.toString());
    }
}
