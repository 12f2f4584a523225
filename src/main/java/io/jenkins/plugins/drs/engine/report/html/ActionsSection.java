package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.ActionResult;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every automation action with its outputs. */
final class ActionsSection {
    private record Row(String wave, String when, ActionResult action) {}

    private final HtmlWriter html;
    private final List<Row> rows = new ArrayList<>();
    private final Table table;

    ActionsSection(HtmlWriter html, DrillResult result) {
        this.html = html;
        this.table = new Table(html);
        for (WaveResult wave : result.waveResults()) {
            wave.actions().preWaveActions().forEach(it -> rows.add(new Row(wave.waveName(), "before", it)));
            wave.actions().postWaveActions().forEach(it -> rows.add(new Row(wave.waveName(), "after", it)));
        }
    }

    void write() {
        if (rows.isEmpty()) {
            return;
        }
        html.in(
                "section",
                () -> {
                    html.element("h2", "Actions", "id", "actions");
                    List<String> headings = List.of(
                            "Action",
                            "Outcome",
                            "Wave",
                            "Runbook",
                            "Duration",
                            "Automation execution",
                            "Outputs",
                            "Proof");
                    table.of("Actions in plan order", headings, rows, this::row);
                },
                "aria-labelledby",
                "actions");
        html.line();
    }

    private void row(Row row) {
        ActionResult action = row.action();
        table.head(action.name());
        html.in("td", () -> {
            tone(action).badge(html, Words.of(action.progress().outcome()));
            action.progress().status().ifPresent(status -> html.element("span", " SSM: " + status, "class", "quiet"));
        });
        table.cell(row.when() + " " + row.wave());
        html.in("td", () -> runbook(action.runbook()));
        table.number(Words.length(action.timing()));
        table.code(Words.or(action.automationExecutionId()));
        html.in("td", () -> outputs(action));
        table.cell(Proof.decided(action.evidence()));
    }

    private void runbook(ActionResult.Runbook runbook) {
        html.text(runbook.documentName()
                + runbook.documentVersion()
                        .map(version -> ", version " + version)
                        .orElse(""));
        if (!runbook.parameters().isEmpty()) {
            html.in("details", () -> {
                html.element("summary", "Parameters");
                pairs(runbook.parameters());
            });
        }
    }

    private static Tone tone(ActionResult action) {
        return action.failed() ? Tone.BAD : Tone.of(action.progress().outcome());
    }

    private void outputs(ActionResult action) {
        action.progress().message().ifPresent(message -> html.element("p", message));
        if (action.outputs().isEmpty()) {
            return;
        }
        pairs(action.outputs());
    }

    private void pairs(Map<String, List<String>> pairs) {
        html.in(
                "dl",
                () -> pairs.forEach((name, values) ->
                        html.in("div", () -> html.element("dt", name).element("dd", String.join(", ", values)))),
                "class",
                "outputs");
    }
}
