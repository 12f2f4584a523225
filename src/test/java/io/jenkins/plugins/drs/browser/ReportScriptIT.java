package io.jenkins.plugins.drs.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the report does where its script may run, with the mouse and with the keyboard. */
@ExtendWith(Browsers.class)
@Timeout(600)
class ReportScriptIT {
    private static final String SERVERS = "section.servers tbody tr";

    private static Reports reports;

    @BeforeAll
    static void visit(Reports given) {
        reports = given;
    }

    @Test
    void shouldFindServersByStatusAndText() {
        try (Visit visit = reports.scripted("large", ColorScheme.LIGHT)) {
            Page page = visit.page();
            Locator told = page.locator(".tools [role=status]");
            assertThat(told).hasText("1000 of 1000 servers, the first 100 shown");

            page.locator("select[name=status]").selectOption("Failed");
            assertThat(told).hasText("10 of 1000 servers");
            page.locator("select[name=status]").selectOption("");
            page.locator("input[name=find]").fill("wave-7 host-0650");

            assertThat(told).hasText("1 of 1000 servers");
            assertThat(visible(page)).hasCount(1);
            assertThat(visible(page)).containsText("prod-host-0650");
            visit.picture("large-found", false);
        }
    }

    @Test
    void shouldSortServersBothWays() {
        try (Visit visit = reports.scripted("large", ColorScheme.LIGHT)) {
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
        try (Visit visit = reports.scripted("running", ColorScheme.LIGHT)) {
            Page page = visit.page();
            page.locator("input[name=find]").fill("db-02");
            assertThat(visible(page)).hasCount(1);

            page.evaluate("() => { const old = document.querySelector('section.servers');"
                    + " old.outerHTML = old.drsSource; }");

            assertThat(page.locator("input[name=find]")).hasValue("db-02");
            assertThat(visible(page)).hasCount(1);
        }
    }

    @Test
    void shouldDoEverythingByKeyboard() {
        try (Visit visit = reports.scripted("partial", ColorScheme.LIGHT)) {
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

    /** Written down, not judged: machines differ. */
    @Test
    void shouldTellHowLongTheLargePageTakes() throws IOException {
        try (Visit visit = reports.scripted("large", ColorScheme.LIGHT)) {
            assertThat(visit.page().locator(".tools")).isVisible();
            Object usable = visit.page()
                    .evaluate("Math.round(performance.timing.domContentLoadedEventEnd"
                            + " - performance.timing.navigationStart)");
            long bytes = reports.length("large");
            Files.writeString(
                    Path.of("target", "browser", "measured.txt"),
                    "1,000 servers: " + bytes + " bytes, usable after " + usable + " ms\n");

            assertThat(bytes).isLessThan(2_000_000);
        }
    }

    private static Locator visible(Page page) {
        return page.locator(SERVERS + ":not([hidden]):not(.beyond)");
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
