package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.report.html.TimelineSvg.Shape;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.List;

/** When each wave did what: a picture, and a table that says the same. */
final class TimelineSection {
    private final HtmlWriter html;
    private final DrillResult result;
    private final Table table;

    TimelineSection(HtmlWriter html, DrillResult result) {
        this.html = html;
        this.result = result;
        this.table = new Table(html);
    }

    void write() {
        if (result.waveResults().isEmpty()) {
            return;
        }
        html.in("section", this::content, "aria-labelledby", "waves");
        html.line();
    }

    private void content() {
        html.element("h2", "Waves, and where the time went", "id", "waves");
        if (result.waveResults().stream().anyMatch(wave -> !wave.phases().isEmpty())) {
            new TimelineFigure(html, Timeline.of(result)).write();
        }
        table.of(
                "Waves",
                List.of(
                        "#",
                        "Wave",
                        "Status",
                        "Servers",
                        "Started",
                        "Launch",
                        "Duration",
                        "Recovered after",
                        "Why",
                        "Proof"),
                result.waveResults(),
                this::row);
        new PathPart(html, result).write();
    }

    private void row(WaveResult wave) {
        table.number(String.valueOf(wave.position().number()));
        table.head(wave.waveName());
        table.badge(Tone.of(wave.status()), Words.of(wave.status()));
        table.cell(wave.servers().validated() + " of " + wave.servers().total());
        table.cell(Words.time(wave.progress().timing().started()));
        table.number(wave.phases().stream()
                .filter(phase -> phase.status() == WaveStatus.LAUNCHING)
                .findFirst()
                .map(phase -> Words.length(phase.timing()))
                .orElse(Words.NONE));
        table.number(Words.length(wave.progress().timing()));
        table.number(Words.length(wave.progress().rto().reached()));
        table.cell(Words.or(wave.progress().reason()));
        table.cell(Proof.decided(wave.evidence()));
    }

    /** A timeline with its legend: a picture for wide windows and one for narrow ones, of which the style sheet shows one. */
    private static final class TimelineFigure {
        private final HtmlWriter html;
        private final Timeline timeline;

        TimelineFigure(HtmlWriter html, Timeline timeline) {
            this.html = html;
            this.timeline = timeline;
        }

        void write() {
            html.in(
                    "figure",
                    () -> {
                        html.in(
                                "div",
                                this::pictures,
                                "class",
                                "scroll",
                                "tabindex",
                                "0",
                                "role",
                                "region",
                                "aria-label",
                                "Timeline");
                        html.in("figcaption", this::legend);
                    },
                    "class",
                    "timeline");
        }

        private void pictures() {
            new TimelineSvg(html, timeline, Shape.WIDE).write();
            html.line();
            new TimelineSvg(html, timeline, Shape.NARROW).write();
        }

        private void legend() {
            html.element("span", "Preflight", "class", "key phase-preflight");
            html.element("span", "Actions", "class", "key phase-actions");
            html.element("span", "Launch", "class", "key phase-launch");
            html.element("span", "Validation", "class", "key phase-validation");
            html.element("span", "Waiting for approval", "class", "key phase-paused");
            html.element("span", "Cleanup", "class", "key phase-cleanup");
            html.element("span", "Critical path", "class", "key critical");
            html.element("span", "Lost between the steps of AWS", "class", "key lost");
        }
    }
}
