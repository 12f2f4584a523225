package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.DrillResult;

/** Links to the sections of the page. */
final class ContentsPart {
    private final HtmlWriter html;
    private final DrillResult result;

    ContentsPart(HtmlWriter html, DrillResult result) {
        this.html = html;
        this.result = result;
    }

    void write() {
        html.in("nav", () -> html.in("ul", this::links), "aria-label", "Sections", "class", "contents");
        html.line();
    }

    private void links() {
        int findings = result.verdict().findings().size();
        link("findings", findings == 0 ? "Nothing failed" : "What failed (" + findings + ")");
        if (!result.waveResults().isEmpty()) {
            link("waves", "Waves and time");
        }
        if (!result.sourceServers().isEmpty()) {
            link("servers", "Servers (" + result.sourceServers().size() + ")");
        }
        boolean actions = result.waveResults().stream()
                .anyMatch(wave -> !wave.actions().preWaveActions().isEmpty()
                        || !wave.actions().postWaveActions().isEmpty());
        if (actions) {
            link("actions", "Actions");
        }
        link("checks", "Checks");
        link("cleanup", "Cleanup");
        link("configuration", "Configuration");
        link("audit", "Audit");
    }

    private void link(String section, String text) {
        html.in("li", () -> html.element("a", text, "href", "#" + section));
    }
}
