package io.jenkins.plugins.drs.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as people read it: in a real browser, as Jenkins serves archived files, on paper and on a phone. */
@ExtendWith(Browsers.class)
@Timeout(600)
class ReportBrowserIT {
    private static final String SERVERS = "section.servers tbody tr";

    /** What a reader sees of the timeline only after pushing it sideways. */
    private static final String OUTSIDE = """
            () => [...document.querySelectorAll('.timeline svg rect, .timeline svg text')]
              .filter(it => it.getClientRects().length > 0)
              .filter(it => it.getBoundingClientRect().left < 0 || it.getBoundingClientRect().right > window.innerWidth)
              .map(it => it.outerHTML)
            """;

    /** Words of the timeline that a line or other words run through. */
    private static final String CROSSED = """
            () => {
              const box = it => it.getBoundingClientRect();
              const shown = [...document.querySelectorAll('.timeline svg')].find(it => it.getClientRects().length > 0);
              const words = [...shown.querySelectorAll('text:not(.row-label)')];
              const others = [...shown.querySelectorAll('line:not(.tick)'), ...words];
              const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
              return words.flatMap(word => others.filter(it => it !== word && meet(box(word), box(it)))
                .map(it => word.textContent + ' and ' + it.outerHTML));
            }
            """;

    private static Reports reports;

    @BeforeAll
    static void visit(Reports given) {
        reports = given;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("io.jenkins.plugins.drs.browser.Reports#inBothThemes")
    void shouldBeReadableAsJenkinsServesArchivedFiles(String story, ColorScheme scheme) {
        try (Visit visit = reports.archived(story, scheme)) {
            Page page = visit.page();

            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator(".tools")).hasCount(0);
            assertThat(page.locator(".cards li").first()).hasCSS("border-left-width", "5px");
            assertThat(visit.dialogs()).isEmpty();
            assertThat(visit.requests())
                    .allMatch(url -> url.startsWith(reports.addressOf(story)))
                    .hasSizeLessThanOrEqualTo(3);
            visit.picture(story + "-" + scheme.name().toLowerCase(Locale.ROOT), !story.equals("large"));
        }
    }

    @Test
    void shouldShowWhatFailedAndWhatToDoBeforeEverythingElse() {
        try (Visit visit = reports.archived("partial", ColorScheme.LIGHT)) {
            Page page = visit.page();

            assertThat(page.locator(".verdict")).containsText("did not fully succeed");
            assertThat(page.locator(".findings li").first()).containsText("What to do");
            assertThat(page.locator(SERVERS).first()).containsText("app-02");
        }
    }

    @Test
    void shouldOpenDetailsWithoutScripts() {
        try (Visit visit = reports.archived("good", ColorScheme.LIGHT)) {
            Locator row = visit.page().locator(SERVERS).first();
            assertThat(row.locator("dl")).not().isVisible();

            row.locator("summary").click();

            assertThat(row.locator("dl")).isVisible();
            assertThat(row.locator("dl")).containsText("snapshot 4m 12s older than the launch, replication lag 12s");
        }
    }

    @Test
    void shouldFoldAThousandServersByWaveWithoutScripts() {
        try (Visit visit = reports.archived("large", ColorScheme.LIGHT)) {
            Locator folded = visit.page().locator("section.servers > details");

            assertThat(folded).hasCount(10);
            assertThat(visit.page().locator(SERVERS).first()).containsText("Failed");
        }
    }

    @Test
    void shouldSayWhatChangedSinceThePreviousDrill() {
        try (Visit visit = reports.archived("partial", ColorScheme.LIGHT)) {
            Locator section = visit.page().locator("section[aria-labelledby=comparison]");

            assertThat(section).containsText("Recovered then, but not now");
            assertThat(section).containsText("app-02");
        }
    }

    @Test
    void shouldPrintHostileNamesWithoutHarm() throws IOException {
        try (Visit visit = reports.archived("hostile", ColorScheme.DARK)) {
            Path file = Path.of("target", "browser", "hostile.pdf");
            visit.page().pdf(new Page.PdfOptions().setPath(file).setFormat("A4"));

            assertThat(Files.readAllBytes(file)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
            assertThat(visit.dialogs()).isEmpty();
        }
    }

    @Test
    void shouldTakeHostileNamesForText() {
        try (Visit visit = reports.scripted("hostile", ColorScheme.LIGHT)) {
            assertThat(visit.page().locator("h1")).containsText("<script>alert('x')</script> \"q\" & ]]> -->");
            assertThat(visit.page().locator("script")).hasCount(1);
            assertThat(visit.page().locator(SERVERS)).hasCount(3);
            assertThat(visit.dialogs()).isEmpty();
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void shouldPrintWhatIsFoldedAwayAndNoControls() throws IOException {
        try (Visit visit = reports.scripted("fifty", ColorScheme.DARK)) {
            Page page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.locator(".tools")).not().isVisible();
            assertThat(visible(page)).hasCount(50);
            assertThat(page.locator("section.servers dl").first()).isVisible();
        }
        try (Visit visit = reports.archived("partial", ColorScheme.DARK)) {
            Path file = Path.of("target", "browser", "partial.pdf");
            visit.page().pdf(new Page.PdfOptions().setPath(file).setFormat("A4"));

            assertThat(Files.readAllBytes(file)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Letters that stayed as large as on a screen left the details a column of a few letters, and a page for each server. */
    @ParameterizedTest
    @ValueSource(strings = {"partial", "large"})
    void shouldGiveTheDetailsOfServersRoomOnPaper(String story) {
        Browser.NewContextOptions paper =
                Visit.window(ColorScheme.LIGHT).setViewportSize(718, 1_000); // A4 with margins
        try (Visit visit = reports.scripted(story, paper)) {
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(visit.page().evaluate("document.querySelector('.servers td:last-child').offsetWidth > 150"))
                    .isEqualTo(true);
            assertThat(visit.page()
                            .evaluate("document.querySelector('.servers table').offsetWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial", "hostile"})
    void shouldFitANarrowScreen(String story) {
        Browser.NewContextOptions phone = Visit.window(ColorScheme.LIGHT).setViewportSize(390, 800);
        try (Visit visit = reports.scripted(story, phone)) {
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }

    /** It once began with preflight and nothing else, and had to be pushed sideways to show a launch. */
    @ParameterizedTest
    @ValueSource(strings = {"good", "partial", "running", "large"})
    void shouldShowTheWholeTimelineOnANarrowScreen(String story) {
        Browser.NewContextOptions phone = Visit.window(ColorScheme.LIGHT).setViewportSize(420, 900);
        try (Visit visit = reports.scripted(story, phone)) {
            assertThat(visit.page().locator(".timeline svg >> visible=true")).hasCount(1);
            assertThat((List<?>) visit.page().evaluate(OUTSIDE)).isEmpty();
            visit.page().locator(".timeline").scrollIntoViewIfNeeded();
            visit.picture(story + "-420", false);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_280, 420})
    void shouldLeaveTheTimesOfTheAxisReadable(int width) {
        Browser.NewContextOptions window = Visit.window(ColorScheme.LIGHT).setViewportSize(width, 900);
        try (Visit visit = reports.scripted("good", window)) {
            assertThat((List<?>) visit.page().evaluate(CROSSED)).isEmpty();
        }
    }

    private static Locator visible(Page page) {
        return page.locator(SERVERS + " >> visible=true");
    }
}
