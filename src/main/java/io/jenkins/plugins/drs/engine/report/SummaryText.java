package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.Finding;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.engine.result.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The end of the console: a table of waves, the objectives, and what went wrong. */
public final class SummaryText {
    private static final int FINDINGS = 20;
    private static final int NARROWEST = 60;
    /** Characters of one sentence: what AWS says is whole in the journal and in the report. */
    private static final int LONGEST = 2048;

    private final DrillResult result;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private SummaryText(DrillResult result, int width) {
        this.result = result;
        this.width = Math.max(NARROWEST, width);
    }

    /**
     * The summary, line by line, without colours or control characters.
     *
     * @param width columns of the console; below 60 counts as 60
     */
    public static List<String> of(DrillResult result, int width) {
        return new SummaryText(result, width).write();
    }

    private List<String> write() {
        String mark = result.run().starter().mark();
        line(mark + Headline.of(result) + ". " + Headline.servers(result));
        result.verdict().reason().ifPresent(this::line);
        if (!result.waveResults().isEmpty()) {
            lines.add("");
            lines.addAll(WaveTable.of(result.waveResults(), width));
        }
        lines.add("");
        objectives();
        line("Cleanup  " + result.cleanup().status() + ", " + result.cleanup().counts());
        line("Duration "
                + result.verdict().timing().length().map(Durations::text).orElse("0s"));
        findings();
        return List.copyOf(lines);
    }

    private void objectives() {
        if (result.run().mode().launches()) {
            Verdict verdict = result.verdict();
            line("RTO      " + Headline.reached(verdict.rto(), verdict.status()) + ", "
                    + Headline.verdict(verdict.rto(), verdict.status()));
            line("RPO      " + Headline.reached(verdict.rpo(), verdict.status()) + ", "
                    + Headline.verdict(verdict.rpo(), verdict.status()) + "; " + Headline.measured(result));
            if (!result.criticalPath().steps().isEmpty()) {
                line("Lost     " + Durations.text(result.criticalPath().ours()) + " between the steps of AWS");
            }
        }
    }

    private void findings() {
        List<Finding> findings = result.verdict().findings();
        if (findings.isEmpty()) {
            return;
        }
        lines.add("");
        line("What failed, and what to do about it:");
        findings.stream().limit(FINDINGS).forEach(finding -> {
            int more = finding.subjects().size() - 3;
            String named = String.join(
                    ", ",
                    finding.subjects().subList(0, Math.min(3, finding.subjects().size())));
            line("  - " + named + (more > 0 ? " and " + more + " more" : "") + ": " + finding.message());
            if (!finding.remedy().isBlank()) {
                line("    To do: " + finding.remedy());
            }
        });
        if (findings.size() > FINDINGS) {
            line("  ... and " + (findings.size() - FINDINGS) + " more; the report has them all");
        }
    }

    /** Adds text broken at spaces, or within a word that is too long; further lines are indented a little more. */
    private void line(String raw) {
        String rest = PlainText.shortened(PlainText.line(raw), LONGEST);
        int indent = rest.length() - rest.stripLeading().length();
        while (rest.codePointCount(0, rest.length()) > width) {
            int limit = rest.offsetByCodePoints(0, width);
            int space = rest.lastIndexOf(' ', limit);
            int end = space > indent + 2 ? space : limit;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = " ".repeat(indent + 2) + rest.substring(end).stripLeading();
        }
        lines.add(rest);
    }
}
