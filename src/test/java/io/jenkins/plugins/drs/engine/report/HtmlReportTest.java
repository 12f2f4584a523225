package io.jenkins.plugins.drs.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.report.html.HtmlReport;
import io.jenkins.plugins.drs.engine.result.DrillStory;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    /** The limit is promised; samples of real drills are smaller. */
    @Test
    void shouldStayBelowTwoMegabytesWithAThousandServersAndLongNames() {
        assertThat(HtmlReport.page(Stories.large(1_000).result()).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(2_000_000);
    }

    @Test
    void shouldAnswerInTheOrderInWhichReadersAsk() {
        String page = HtmlReport.page(Stories.partialFailure().result());

        assertThat(page)
                .containsSubsequence(
                        "did not fully succeed",
                        "Recovery time (RTO)",
                        "Recovery point (RPO)",
                        "What failed, and what to do about it",
                        "InsufficientInstanceCapacity",
                        "What to do:",
                        "<svg",
                        "id=\"servers\"",
                        "id=\"actions\"",
                        "id=\"checks\"",
                        "id=\"cleanup\"",
                        "../audit.jsonl");
    }

    @Test
    void shouldPutFailedServersFirst() {
        String page = HtmlReport.page(Stories.partialFailure().result());
        String servers = page.substring(page.indexOf("id=\"servers\""));

        assertThat(servers.indexOf("app-02"))
                .isLessThan(servers.indexOf("web-01"))
                .isLessThan(servers.indexOf("db-01"));
    }

    @Test
    void shouldHoldNoInlineScriptAndNoInlineStyle() {
        for (DrillStory story : Stories.all()) {
            assertThat(HtmlReport.page(story.result()))
                    .doesNotContainPattern("<script(?! src=\"report.js\" defer=\"defer\"></script>)")
                    .doesNotContain("<style", " style=", "javascript:", "http-equiv")
                    .doesNotContainPattern("<[^>]* on[a-z]+=");
        }
    }

    @Test
    void shouldShowHostileTextAsText() {
        assertThat(HtmlReport.page(Stories.hostile().result()))
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;q&quot; &amp; ]]&gt;")
                .doesNotContain("\u0000", "\u0007", "\u001b", "\u202e");
    }

    @Test
    void shouldMarkASimulationUnmistakably() {
        assertThat(HtmlReport.page(Stories.simulated().result())).contains("class=\"banner\"", "SIMULATION");
        assertThat(HtmlReport.page(Stories.allGoesWell().result())).doesNotContain("class=\"banner\"", "SIMULATION");
    }

    @Test
    void shouldBeThereAfterEveryEvent() {
        for (DrillStory story : List.of(Stories.everythingHappens(), Stories.hostile())) {
            ResultCollector collector = new ResultCollector();
            story.events().forEach(event -> {
                collector.accept(event);
                assertThat(HtmlReport.page(collector.result())).endsWith("</html>\n");
            });
        }
    }

    @Test
    void shouldStayBelowTwoMegabytesForAThousandServers() {
        String page = HtmlReport.page(Stories.large(1_000).result());

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isBetween(200_000, 2_000_000);
    }
}
