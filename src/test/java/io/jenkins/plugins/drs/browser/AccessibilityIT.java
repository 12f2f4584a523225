package io.jenkins.plugins.drs.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports and histories against the rules of WCAG 2.1 AA, as far as axe-core knows them. */
@ExtendWith(Browsers.class)
@Timeout(600)
class AccessibilityIT {
    private static Reports reports;

    @BeforeAll
    static void visit(Reports given) {
        reports = given;
    }

    private static Stream<Arguments> storiesOfHandySize() {
        return Reports.inBothThemes().filter(arguments -> !arguments.get()[0].equals("large"));
    }

    /** What the reader of a large page has before him: the first hundred servers, the failed ones open. */
    @Test
    void shouldBeAccessibleWithAThousandServers() {
        try (Visit visit = reports.scripted("large", ColorScheme.LIGHT)) {
            visit.page()
                    .evaluate("() => Array.from(document.querySelectorAll('tr'))"
                            + ".filter(row => row.textContent.includes('Failed'))"
                            + ".forEach(row => row.querySelectorAll('details').forEach(it => { it.open = true; }))");

            assertThat(visit.problemsOfAccessibility()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("storiesOfHandySize")
    void shouldBeAccessible(String story, ColorScheme scheme) {
        try (Visit visit = reports.scripted(story, scheme)) {
            open(visit.page());

            assertThat(visit.problemsOfAccessibility()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial"})
    void shouldBeAccessibleWithoutItsScript(String story) {
        try (Visit visit = reports.bare(story)) {
            assertThat(visit.page().locator(".tools")).hasCount(0);
            open(visit.page());

            assertThat(visit.problemsOfAccessibility()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void shouldShowTheHistory(ColorScheme scheme) {
        try (Visit visit = reports.scripted("history", scheme)) {
            assertThat(visit.page().locator("#plan-1")).isVisible();
            assertThat(visit.page().locator("svg rect").first()).isVisible();
            assertThat(visit.problemsOfAccessibility()).isEmpty();
            visit.picture("history-" + scheme.name().toLowerCase(Locale.ROOT), true);
        }
    }

    /** Opens what is folded away, so that it is looked at too. */
    private static void open(Page page) {
        page.evaluate("() => Array.from(document.querySelectorAll('details'))"
                + ".forEach(details => { details.open = true; })");
    }
}
