package io.jenkins.plugins.drs.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import io.jenkins.plugins.drs.engine.history.Comparison;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.history.Histories;
import io.jenkins.plugins.drs.engine.history.ReadinessMetrics;
import io.jenkins.plugins.drs.engine.history.ReadinessMetrics.PlanFacts;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import io.jenkins.plugins.drs.engine.report.html.HistoryReport;
import io.jenkins.plugins.drs.engine.report.html.HtmlReport;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.DrillStory;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Reports of every kind of execution, and a history, as web pages to visit. */
final class Reports implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "browser", "site");
    private static final String PAGE = "/report/index.html";

    private final Browser browser;
    private final ReportSite site;

    Reports(Browser browser) {
        this.browser = browser;
        try {
            for (Map.Entry<String, DrillStory> story : stories().entrySet()) {
                DrillResult result = story.getValue().result();
                new ArtifactFolder(FOLDER.resolve(story.getKey())).all(result, compared(story.getKey(), result));
            }
            writeHistory();
            site = new ReportSite(FOLDER.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that failed in part is compared with the good one before. */
    private static Optional<Comparison> compared(String story, DrillResult result) {
        return story.equals("partial")
                ? Optional.of(Comparison.of(
                        DrillSummary.of(Stories.allGoesWell().result(), true), DrillSummary.of(result, true)))
                : Optional.empty();
    }

    private static void writeHistory() throws IOException {
        List<DrillSummary> history = Histories.two();
        ReadinessMetrics metrics = ReadinessMetrics.of(List.of(new PlanFacts("Shop", true, false)), history);
        Path report = Files.createDirectories(FOLDER.resolve("history/report"));
        Files.writeString(report.resolve("report.css"), HtmlReport.styleSheet());
        Files.writeString(
                report.resolve("index.html"),
                HistoryReport.page(history, metrics, Instant.parse("2026-03-10T00:00:00Z")));
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
        stories.put("fifty", Stories.large(50));
        stories.put("large", Stories.large(1_000));
        return stories;
    }

    /** Every story, and those that show every colour in the dark theme too. */
    static Stream<Arguments> inBothThemes() {
        return Stream.concat(
                stories().keySet().stream()
                        .filter(story -> !story.equals("fifty"))
                        .map(story -> Arguments.of(story, ColorScheme.LIGHT)),
                Stream.of("partial", "hostile", "preflight").map(story -> Arguments.of(story, ColorScheme.DARK)));
    }

    /** The page as Jenkins serves archived files. */
    Visit archived(String story, ColorScheme scheme) {
        return new Visit(browser, Visit.window(scheme), site.archived(story + PAGE));
    }

    /** The page where its script may run. */
    Visit scripted(String story, ColorScheme scheme) {
        return scripted(story, Visit.window(scheme));
    }

    Visit scripted(String story, Browser.NewContextOptions window) {
        return new Visit(browser, window, site.scripted(story + PAGE));
    }

    /** The page where scripts may run and its own is not there. */
    Visit bare(String story) {
        return new Visit(browser, Visit.window(ColorScheme.LIGHT), site.bare(story + PAGE));
    }

    /** What the addresses of all files of a story begin with. */
    String addressOf(String story) {
        return site.archived(story + "/report/");
    }

    /** Length of a page in bytes. */
    long length(String story) throws IOException {
        return Files.size(FOLDER.resolve(story + PAGE));
    }

    @Override
    public void close() {
        site.close();
    }
}
