package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.CriticalPath;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Timing;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the picture shows: rows of spans between two instants.
 *
 * @param objective when the recovery time objective is over; empty when the plan sets none
 * @param recovered when the last server was validated; empty unless all are
 */
record Timeline(Instant from, Instant to, List<Row> rows, Optional<Instant> objective, Optional<Instant> recovered) {

    /**
     * A line of the picture.
     *
     * @param critical steps of the critical path in it
     */
    record Row(String name, List<Span> spans, List<Span> critical) {}

    /**
     * A part of a line.
     *
     * @param kind class of the style sheet
     */
    record Span(String kind, String name, Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    static Timeline of(DrillResult result) {
        Timing whole = result.verdict().timing();
        Instant from = whole.started().orElse(Instant.EPOCH);
        Instant to = from.plus(whole.length().orElse(Duration.ZERO)).plusSeconds(1);
        Optional<Instant> objective = result.verdict().rto().objective().map(from::plus);
        Optional<Instant> recovered = result.verdict().rto().reached().map(from::plus);
        return new Timeline(from, to, rows(result), objective, recovered);
    }

    private static List<Row> rows(DrillResult result) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                "Preflight",
                spans("phase-preflight", "Preflight", result.preflight().timing()),
                critical(result, Optional.empty())));
        result.waveResults().forEach(wave -> rows.add(row(wave, critical(result, Optional.of(wave.waveName())))));
        Timing cleanup = result.cleanup().timing();
        if (cleanup.started().isPresent()) {
            rows.add(new Row("Cleanup", spans("phase-cleanup", "Cleanup", cleanup), List.of()));
        }
        return rows;
    }

    private static Row row(WaveResult wave, List<Span> critical) {
        List<Span> spans = new ArrayList<>();
        wave.phases().stream()
                .filter(phase -> phase.status() != WaveStatus.PENDING)
                .forEach(phase ->
                        spans.addAll(spans("phase-" + kind(phase.status()), Words.of(phase.status()), phase.timing())));
        return new Row(wave.position().number() + ". " + wave.waveName(), spans, critical);
    }

    private static List<Span> critical(DrillResult result, Optional<String> wave) {
        return result.criticalPath().steps().stream()
                .filter(step -> step.wave().equals(wave))
                .flatMap(step -> spans(
                        step.kind().owner() == CriticalPath.Owner.OURS ? "lost" : "critical",
                        PathPart.word(step.kind()),
                        step.timing())
                        .stream())
                .toList();
    }

    private static String kind(WaveStatus status) {
        return switch (status) {
            case PAUSED -> "paused";
            case LAUNCHING -> "launch";
            case VALIDATING -> "validation";
            default -> "actions";
        };
    }

    private static List<Span> spans(String kind, String name, Timing timing) {
        return timing.started()
                .map(from -> List.of(
                        new Span(kind, name, from, from.plus(timing.length().orElse(Duration.ZERO)))))
                .orElse(List.of());
    }
}
