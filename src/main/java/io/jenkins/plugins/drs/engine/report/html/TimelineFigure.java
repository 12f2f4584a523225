package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.report.html.TimelineSvg.Shape;

/** A timeline with its legend: a picture for wide windows and one for narrow ones, of which the style sheet shows one. */
final class TimelineFigure {
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
