package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.history.Comparison;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Headline;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The report as a page, in the order in which readers ask: did it work, how fast, what failed and why, what to do
 * about it; then the details. Needs no script, and holds no inline script or style.
 */
public final class HtmlReport {
    private static final String STYLE_SHEET = "/io/jenkins/plugins/drs/engine/report/report.css";

    private static final String SCRIPT = "/io/jenkins/plugins/drs/engine/report/report.js";

    private static final String FILES = "../";

    private final DrillResult result;
    private final Optional<Comparison> comparison;
    private final HtmlWriter html;

    private HtmlReport(DrillResult result, HtmlWriter html, Optional<Comparison> comparison) {
        this.result = result;
        this.comparison = comparison;
        this.html = html;
    }

    /** The page {@code report/index.html}; it asks for {@code report.css} beside it. */
    public static String page(DrillResult result) {
        return page(result, Optional.empty());
    }

    /** The same with a comparison with the previous execution, where there is one. */
    public static String page(DrillResult result, Optional<Comparison> comparison) {
        StringWriter out = new StringWriter();
        write(result, comparison, out);
        return out.toString();
    }

    /**
     * Writes the page; a long one is never in memory as a whole.
     *
     * @throws UncheckedIOException when {@code out} does not take it
     */
    public static void write(DrillResult result, Optional<Comparison> comparison, Writer out) {
        new HtmlReport(result, new HtmlWriter(FILES, out), comparison).page();
    }

    /**
     * A page of this version without its comparison with the previous execution, where it has one in just the form in
     * which it is written; else the page itself.
     */
    public static String withoutComparison(String page) {
        return ComparisonForm.removed(page);
    }

    /**
     * The content alone, one {@code div} to put into another page that has the style sheet, a main element and a heading
     * that names the plan.
     *
     * @param files where {@code results.json}, {@code junit.xml} and {@code audit.jsonl} are, as the beginning of a
     *     relative link; empty when they are beside that page
     */
    public static String fragment(DrillResult result, String files) {
        return fragment(result, files, Optional.empty());
    }

    /** The same with a comparison with the previous execution, where there is one. */
    public static String fragment(DrillResult result, String files, Optional<Comparison> comparison) {
        HtmlReport report = new HtmlReport(result, new HtmlWriter(files), comparison);
        report.html.in("div", report::embedded, "class", "drs-report");
        return report.html.toString();
    }

    /** The style sheet. */
    public static String styleSheet() {
        return resource(STYLE_SHEET);
    }

    /** The script that sorts and filters, for where scripts are allowed; the page is complete without it. */
    public static String script() {
        return resource(SCRIPT);
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private void page() {
        html.doctype().in("html", () -> html.in("head", this::head).line().in("body", this::content), "lang", "en");
        html.line().finish();
    }

    private void head() {
        html.single("meta", "charset", "utf-8");
        html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.single("meta", "name", "color-scheme", "content", "light dark");
        String mark = result.run().starter().mark();
        html.element("title", mark + Headline.of(result) + ": " + result.run().planName());
        html.single("link", "rel", "stylesheet", "href", "report.css");
        html.script("report.js");
    }

    private void content() {
        html.in("div", this::sections, "class", "drs-report");
    }

    private void sections() {
        new VerdictSection(html, result).write();
        html.in("main", this::details);
        html.in("footer", this::footer);
    }

    private void embedded() {
        new VerdictSection(html, result).writeEmbedded();
        details();
        html.in("footer", this::footer);
    }

    private void details() {
        new ContentsPart(html, result).write();
        new FindingsSection(html, result).write();
        new TimelineSection(html, result).write();
        comparison.ifPresent(it -> new ComparisonSection(html, it).write());
        new ServersSection(html, result).write();
        new ActionsSection(html, result).write();
        new ChecksSection(html, result).write();
        new CleanupSection(html, result).write();
        new ConfigurationSection(html, result.run()).write();
        new AuditSection(html, result).write();
    }

    private void footer() {
        html.element(
                "p",
                "Computed from the " + result.audit().journal().events()
                        + " events of the execution's journal by AWS DRS Orchestration "
                        + result.run().starter().toolVersion() + ". All times are UTC.");
    }

    /** Links to the sections of the page. */
    private static final class ContentsPart {
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
}
