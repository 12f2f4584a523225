package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What failed, why, and what to do about it. */
final class FindingsSection {
    private static final int NAMED = 12;

    /** So many servers that failed each for a reason of its own are told of here; more than that nobody reads in a row. */
    private static final int MOST_SERVERS = 100;

    private final HtmlWriter html;
    private final DrillResult result;

    FindingsSection(HtmlWriter html, DrillResult result) {
        this.html = html;
        this.result = result;
    }

    void write() {
        html.in("section", this::content, "aria-labelledby", "findings");
        html.line();
    }

    private void content() {
        List<Finding> findings = result.verdict().findings();
        if (findings.isEmpty()) {
            String heading = result.status().ended() ? "Nothing failed" : "Nothing has failed so far";
            html.element("h2", heading, "id", "findings");
            html.element(
                    "p",
                    "Checks, actions, servers and cleanup "
                            + (result.status().ended() ? "came out" : "have come out so far") + " as planned.");
        } else {
            html.element("h2", "What failed, and what to do about it", "id", "findings");
            List<Finding> shown = shown(findings);
            html.in("ol", () -> shown.forEach(this::finding), "class", "findings");
            more(findings.size() - shown.size());
        }
    }

    /** Everything but servers beyond the limit: those stand in the table of servers, too. */
    private static List<Finding> shown(List<Finding> findings) {
        List<Finding> shown = new ArrayList<>();
        int servers = 0;
        for (Finding finding : findings) {
            if (finding.area() != Finding.Area.SERVER || servers++ < MOST_SERVERS) {
                shown.add(finding);
            }
        }
        return shown;
    }

    private void more(int findings) {
        if (findings > 0) {
            html.in("p", () -> html.text("And " + findings + " more reasons why servers were not recovered: see each ")
                    .element("a", "server", "href", "#servers")
                    .text(", or results.json."));
        }
    }

    private void finding(Finding finding) {
        html.in("li", () -> {
            html.element("h3", title(finding));
            html.element("p", finding.message());
            if (!finding.remedy().isBlank()) {
                html.in("p", () -> html.element("strong", "What to do: ").text(finding.remedy()), "class", "remedy");
            }
        });
    }

    private static String title(Finding finding) {
        List<String> subjects = finding.subjects();
        String named = subjects.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = subjects.size() > NAMED ? " and " + (subjects.size() - NAMED) + " more" : "";
        return area(finding.area()) + ": " + named + more;
    }

    private static String area(Finding.Area area) {
        return switch (area) {
            case CLEANUP -> "Left running";
            case PREFLIGHT -> "Preflight";
            case SERVER -> "Server not recovered";
            case ACTION -> "Action";
            case WAVE -> "Wave";
            case AWS_CALL -> "Call to AWS";
            case OBJECTIVE -> "Objective missed";
            case EXECUTION -> "Execution";
        };
    }
}
