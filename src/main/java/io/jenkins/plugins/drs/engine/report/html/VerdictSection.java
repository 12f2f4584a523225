package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.RunInfo;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;

/** Did it work, and how fast. */
final class VerdictSection {
    private final HtmlWriter html;
    private final DrillResult result;

    VerdictSection(HtmlWriter html, DrillResult result) {
        this.html = html;
        this.result = result;
    }

    void write() {
        simulated();
        html.in("header", this::header, "class", Tone.of(result.status()).style());
        html.line();
    }

    /** Leaves out the heading: the page around it has one. */
    void writeEmbedded() {
        simulated();
        html.in(
                "div",
                this::verdict,
                "class",
                "summary " + Tone.of(result.status()).style());
        html.line();
    }

    private void simulated() {
        if (!result.run().starter().mark().isEmpty()) {
            html.in("div", this::banner, "class", "banner", "role", "region", "aria-label", "Not AWS");
        }
    }

    private void banner() {
        RunInfo.Starter starter = result.run().starter();
        if (starter.simulated()) {
            html.element("strong", "SIMULATION")
                    .text(" The simulator stood in for AWS. No server was recovered;"
                            + " this page is no evidence of a drill.");
        } else {
            html.element("strong", "NOT AWS")
                    .text(" Calls were answered by " + starter.endpoint().orElseThrow()
                            + "; this page is no evidence of a drill.");
        }
    }

    private void header() {
        html.element("p", result.run().mode().word() + " of the recovery plan", "class", "kicker");
        html.element("h1", result.run().planName());
        verdict();
    }

    private void verdict() {
        html.in(
                "p",
                () -> {
                    Tone.of(result.status()).badge(html, Words.of(result.status()));
                    html.element("strong", Headline.of(result) + ". ").text(Headline.servers(result));
                },
                "class",
                "verdict");
        result.verdict().reason().ifPresent(reason -> html.element("p", reason, "class", "reason"));
        html.in("ul", this::cards, "class", "cards");
        html.in("dl", this::facts, "class", "facts");
    }

    private void cards() {
        ExecutionStatus status = result.status();
        Objective rto = result.verdict().rto();
        Objective rpo = result.verdict().rpo();
        if (result.run().mode().launches()) {
            long good = Headline.count(result, ServerResult.Status.VALIDATED);
            int all = result.sourceServers().size();
            Tone servers = all > 0 && good == all ? Tone.GOOD : status.ended() ? Tone.BAD : Tone.BUSY;
            card("Servers recovered", good + " of " + all, "launched and validated", servers);
            card("Recovery time (RTO)", Headline.reached(rto, status), Headline.verdict(rto, status), Tone.of(rto));
            card(
                    "Recovery point (RPO)",
                    Headline.reached(rpo, status),
                    Headline.verdict(rpo, status) + "; " + Headline.measured(result),
                    Tone.of(rpo));
        }
        var cleanup = result.cleanup();
        card("Cleanup", Words.of(cleanup.status()), cleanup.counts(), Tone.of(cleanup.status()));
        card(
                "Duration",
                Words.length(result.verdict().timing().length()),
                status.ended() ? "from the first check to the end of cleanup" : "so far",
                Tone.IDLE);
    }

    private void card(String name, String value, String note, Tone tone) {
        html.in(
                "li",
                () -> html.element("span", name, "class", "name")
                        .element("span", value, "class", "value")
                        .element("span", note, "class", "note"),
                "class",
                tone.style());
    }

    private void facts() {
        var run = result.run();
        fact("Execution", run.executionId());
        fact("Started", Words.moment(result.verdict().timing().started()));
        fact("Ended", Words.moment(result.verdict().timing().ended()));
        fact("Started by", run.starter().startedBy());
        fact("Ran on", run.starter().host());
        html.in(
                "div",
                () -> html.element("dt", "Configuration (SHA-256)")
                        .in("dd", () -> html.element("code", run.configurationHash())),
                "class",
                "wide");
    }

    private void fact(String name, String value) {
        html.in("div", () -> html.element("dt", name).element("dd", value));
    }
}
