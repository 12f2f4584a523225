package io.jenkins.plugins.drs.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.history.Histories;
import io.jenkins.plugins.drs.engine.history.MissionMetrics;
import io.jenkins.plugins.drs.engine.history.MissionMetrics.PlanFacts;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import io.jenkins.plugins.drs.engine.report.html.HistoryReport;
import io.jenkins.plugins.drs.engine.report.html.HtmlReport;
import io.jenkins.plugins.drs.engine.result.DrillStory;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as people see it: in a real browser, as Jenkins serves archived files and where scripts may run. */
@ExtendWith(Browsers.class)
@Timeout(600)
class ReportBrowserIT {
    private static final String SERVERS = "section.servers tbody tr";

    @TempDir
    private static Path folder;

    private static ReportSite site;
    private static Browser browser;

    @BeforeAll
    static void writeReports(Browser given) throws IOException {
        browser = given;
        for (Map.Entry<String, DrillStory> story : stories().entrySet()) {
            new ArtifactFolder(folder.resolve(story.getKey()))
                    .all(story.getValue().result());
        }
        writeHistory();
        site = new ReportSite(folder);
    }

    private static void writeHistory() throws IOException {
        List<DrillSummary> history = Histories.two();
        MissionMetrics metrics = MissionMetrics.of(List.of(new PlanFacts("Shop", true, false)), history);
        Path report = Files.createDirectories(folder.resolve("history/report"));
        Files.writeString(report.resolve("report.css"), HtmlReport.styleSheet());
        Files.writeString(
                report.resolve("index.html"),
                HistoryReport.page(history, metrics, Instant.parse("2026-03-10T00:00:00Z")));
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    private static Map<String, DrillStory> stories() {
        Map<String, DrillStory> stories = new LinkedHashMap<>();
        stories.put("good", Stories.allGoesWell());
        stories.put("partial", Stories.partialFailure());
        stories.put("cancelled", Stories.cancelled());
        stories.put("resumed", Stories.resumed());
        stories.put("running", Stories.underWay());
        stories.put("paused", Stories.paused());
        stories.put("preflight", Stories.stoppedByPreflight());
        stories.put("hostile", Stories.hostile());
        stories.put("hundred", Stories.large(100));
        stories.put("large", Stories.large(1_000));
        return stories;
    }

    /** As above, without the thousand servers: axe takes minutes for them and finds what it finds in a hundred. */
    private static Stream<Arguments> storiesOfHandySize() {
        return storiesInBothThemes().filter(arguments -> !arguments.get()[0].equals("large"));
    }

    /** Every story, and those that show every colour in the dark theme too. */
    private static Stream<Arguments> storiesInBothThemes() {
        return Stream.concat(
                stories().keySet().stream().map(story -> Arguments.of(story, ColorScheme.LIGHT)),
                Stream.of("good", "partial", "running", "hostile").map(story -> Arguments.of(story, ColorScheme.DARK)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("storiesInBothThemes")
    void shouldBeReadableAsJenkinsServesArchivedFiles(String story, ColorScheme scheme) {
        try (Visit visit = archived(story, scheme)) {
            Page page = visit.page();

            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator(".tools")).hasCount(0);
            assertThat(page.locator(".cards li").first()).hasCSS("border-left-width", "5px");
            assertThat(visit.dialogs()).isEmpty();
            assertThat(visit.requests())
                    .allMatch(url -> url.startsWith(site.archived(story + "/report/")))
                    .hasSizeLessThanOrEqualTo(3);
            visit.picture(story + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT), !story.equals("large"));
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("storiesOfHandySize")
    void shouldBeAccessible(String story, ColorScheme scheme) {
        try (Visit visit = scripted(story, scheme)) {
            open(visit.page());

            assertThat(visit.problemsOfAccessibility()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial", "hundred"})
    void shouldBeAccessibleWithoutItsScript(String story) {
        Browser.NewContextOptions window = Visit.window(ColorScheme.LIGHT);
        try (Visit visit = new Visit(browser, window, site.bare(story + "/report/index.html"))) {
            assertThat(visit.page().locator(".tools")).hasCount(0);
            assertThat(visit.problemsOfAccessibility()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void shouldShowTheHistory(ColorScheme scheme) {
        try (Visit visit = scripted("history", scheme)) {
            assertThat(visit.page().locator("#plan-1")).isVisible();
            assertThat(visit.page().locator("svg rect").first()).isVisible();
            assertThat(visit.problemsOfAccessibility()).isEmpty();
            visit.picture("history-" + scheme.name().toLowerCase(java.util.Locale.ROOT), true);
        }
    }

    @Test
    void shouldShowWhatFailedAndWhatToDoBeforeEverythingElse() {
        try (Visit visit = archived("partial", ColorScheme.LIGHT)) {
            Page page = visit.page();

            assertThat(page.locator(".verdict")).containsText("did not fully succeed");
            assertThat(page.locator(".findings li").first()).containsText("What to do");
            assertThat(page.locator(SERVERS).first()).containsText("app-02");
        }
    }

    @Test
    void shouldOpenDetailsWithoutScripts() {
        try (Visit visit = archived("good", ColorScheme.LIGHT)) {
            Locator row = visit.page().locator(SERVERS).first();
            assertThat(row.locator("dl")).not().isVisible();

            row.locator("summary").click();

            assertThat(row.locator("dl")).isVisible();
            assertThat(row.locator("dl")).containsText("snapshot 4m 12s older than the launch, replication lag 12s");
        }
    }

    @Test
    void shouldFoldAThousandServersByWaveWithoutScripts() {
        try (Visit visit = archived("large", ColorScheme.LIGHT)) {
            Locator folded = visit.page().locator("section.servers > details");

            assertThat(folded).hasCount(10);
            assertThat(visit.page().locator(SERVERS).first()).containsText("Failed");
        }
    }

    @Test
    void shouldTakeHostileNamesForText() {
        try (Visit visit = scripted("hostile", ColorScheme.LIGHT)) {
            assertThat(visit.page().locator("h1")).containsText("<script>alert('x')</script> \"q\" & ]]> -->");
            assertThat(visit.page().locator("script")).hasCount(1);
            assertThat(visit.page().locator(SERVERS)).hasCount(3);
            assertThat(visit.dialogs()).isEmpty();
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void shouldFindServersByStatusAndText() {
        try (Visit visit = scripted("large", ColorScheme.LIGHT)) {
            Page page = visit.page();
            Locator told = page.locator(".tools [role=status]");
            assertThat(told).hasText("1000 of 1000 servers, the first 100 shown");

            page.getByLabel("Status").selectOption("Failed");
            assertThat(told).hasText("10 of 1000 servers");
            page.getByLabel("Status").selectOption("");
            page.getByLabel("Find").fill("wave-7 0650");

            assertThat(told).hasText("1 of 1000 servers");
            assertThat(visible(page)).hasCount(1);
            assertThat(visible(page)).containsText("prod-host-0650");
            visit.picture("large-found", false);
        }
    }

    @Test
    void shouldSortServersBothWays() {
        try (Visit visit = scripted("large", ColorScheme.LIGHT)) {
            Page page = visit.page();
            Locator heading = page.locator("section.servers thead th").first();

            heading.locator("button").click();
            assertThat(heading).hasAttribute("aria-sort", "ascending");
            assertThat(page.locator(SERVERS).first()).containsText("prod-host-0000");
            heading.locator("button").click();

            assertThat(heading).hasAttribute("aria-sort", "descending");
            assertThat(page.locator(SERVERS).first()).containsText("prod-host-0999");
            page.locator(".more").click();
            assertThat(visible(page)).hasCount(1_000);
        }
    }

    @Test
    void shouldKeepWhatTheReaderChoseWhenAPartIsReplaced() {
        try (Visit visit = scripted("running", ColorScheme.LIGHT)) {
            Page page = visit.page();
            page.getByLabel("Find").fill("db-02");
            assertThat(visible(page)).hasCount(1);

            page.evaluate("() => { const old = document.querySelector('section.servers');"
                    + " old.outerHTML = old.drsSource; }");

            assertThat(page.getByLabel("Find")).hasValue("db-02");
            assertThat(visible(page)).hasCount(1);
        }
    }

    @Test
    void shouldDoEverythingByKeyboard() {
        try (Visit visit = scripted("partial", ColorScheme.LIGHT)) {
            Page page = visit.page();

            tabTo(page, "a[href='#servers']").press("Enter");
            assertThat(page.locator("#servers")).isInViewport();
            tabTo(page, "section.servers input").pressSequentially("db");
            assertThat(visible(page)).hasCount(2);
            tabTo(page, "section.servers thead button >> nth=0").press("Enter");
            tabTo(page, "section.servers summary >> visible=true >> nth=0").press("Enter");

            assertThat(visible(page).first().locator("dl")).isVisible();
            String outline = (String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
            assertThat(outline).isEqualTo("solid");
        }
    }

    @Test
    void shouldPrintWhatIsFoldedAwayAndNoControls() throws IOException {
        try (Visit visit = scripted("large", ColorScheme.DARK)) {
            Page page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.locator(".tools")).not().isVisible();
            assertThat(visible(page)).hasCount(1_000);
            assertThat(page.locator("section.servers dl").first()).isVisible();
        }
        try (Visit visit = archived("partial", ColorScheme.DARK)) {
            Path file = Path.of("target", "browser", "partial.pdf");
            visit.page().pdf(new Page.PdfOptions().setPath(file).setFormat("A4"));

            assertThat(Files.readAllBytes(file))
                    .startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial", "hostile", "large"})
    void shouldFitANarrowScreen(String story) {
        Browser.NewContextOptions phone = Visit.window(ColorScheme.LIGHT).setViewportSize(390, 800);
        try (Visit visit = new Visit(browser, phone, site.scripted(story + "/report/index.html"))) {
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }

    /** Written down, not judged: machines differ. */
    @Test
    void shouldTellHowLongTheLargePageTakes() throws IOException {
        try (Visit visit = scripted("large", ColorScheme.LIGHT)) {
            assertThat(visit.page().locator(".tools")).isVisible();
            Object usable = visit.page()
                    .evaluate("Math.round(performance.timing.domContentLoadedEventEnd"
                            + " - performance.timing.navigationStart)");
            long bytes = Files.size(folder.resolve("large/report/index.html"));
            Files.writeString(
                    Path.of("target", "browser", "measured.txt"),
                    "1,000 servers: " + bytes + " bytes, usable after " + usable + " ms\n");

            assertThat(bytes).isLessThan(2_000_000);
        }
    }

    private static Visit archived(String story, ColorScheme scheme) {
        return new Visit(browser, Visit.window(scheme), site.archived(story + "/report/index.html"));
    }

    private static Visit scripted(String story, ColorScheme scheme) {
        return new Visit(browser, Visit.window(scheme), site.scripted(story + "/report/index.html"));
    }

    private static Locator visible(Page page) {
        return page.locator(SERVERS + " >> visible=true");
    }

    /** Opens what is folded away, so that it is looked at too; of a thousand servers the first ones. */
    private static void open(Page page) {
        page.evaluate("() => Array.from(document.querySelectorAll('details')).slice(0, 40)"
                + ".forEach(details => { details.open = true; })");
    }

    /** Presses Tab until the element has the focus. */
    private static Locator tabTo(Page page, String selector) {
        Locator wanted = page.locator(selector).first();
        for (int presses = 0; presses < 200; presses++) {
            if (Boolean.TRUE.equals(wanted.evaluate("it => it === document.activeElement"))) {
                return wanted;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The focus never came to " + selector);
    }
}
