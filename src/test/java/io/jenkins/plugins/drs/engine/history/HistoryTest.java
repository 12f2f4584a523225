package io.jenkins.plugins.drs.engine.history;

import static io.jenkins.plugins.drs.engine.history.Histories.FIRST;
import static io.jenkins.plugins.drs.engine.history.Histories.drill;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.history.ReadinessMetrics.PlanFacts;
import io.jenkins.plugins.drs.engine.history.ReadinessMetrics.Share;
import io.jenkins.plugins.drs.engine.report.CsvFiles;
import io.jenkins.plugins.drs.engine.report.ResultsFile;
import io.jenkins.plugins.drs.engine.report.html.HistoryReport;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Path OF_VERSION_1_0 = Path.of("src/test/resources/results/1.0-three-tier.json");

    @Test
    void shouldSayWhatChangedAndWhatDidNot() {
        Comparison comparison = Comparison.of(drill("Shop", 0, 30, 500), drill("Shop", 1, 40, 510));

        assertThat(comparison.figures().get(0))
                .isEqualTo(new Change(
                        "Recovery time (RTO)",
                        Optional.of(Duration.ofMinutes(30)),
                        Optional.of(Duration.ofMinutes(40))))
                .extracting(Change::direction)
                .isEqualTo(Change.Direction.WORSE);
        assertThat(comparison.servers()).isEmpty();
    }

    @Test
    void shouldNameServersThatBrokeAndThatWereMended() {
        assertThat(Comparison.of(drill("Shop", 0, 30, 500), drill("Shop", 1, 40, -1))
                        .broken())
                .containsExactly("db-02");
        assertThat(Comparison.of(drill("Shop", 0, 30, -1), drill("Shop", 1, 40, 500))
                        .mended())
                .containsExactly("db-02");
    }

    @Test
    void shouldTakeASmallDifferenceForChance() {
        assertThat(change(600, 640).direction()).isEqualTo(Change.Direction.SAME);
        assertThat(change(100, 129).direction()).isEqualTo(Change.Direction.SAME);
        assertThat(change(600, 700).direction()).isEqualTo(Change.Direction.WORSE);
        assertThat(change(700, 600).direction()).isEqualTo(Change.Direction.BETTER);
    }

    private static Change change(int before, int now) {
        return new Change("x", Optional.of(Duration.ofSeconds(before)), Optional.of(Duration.ofSeconds(now)));
    }

    @Test
    void shouldCompareWithTheLatestEarlierOneOfTheSamePlan() {
        List<DrillSummary> history = Histories.two();

        assertThat(Comparison.previousOf(history.get(3), history)).contains(history.get(2));
        assertThat(Comparison.previousOf(history.get(5), history)).isEmpty();
    }

    @Test
    void shouldSaySinceWhenAFigureIsWorse() {
        PlanTrend shop = trend("Shop");

        assertThat(shop.worsened())
                .extracting(Worsening::subject, it -> it.since().executionId())
                .containsExactly(
                        Assertions.tuple("Recovery time (RTO)", "Shop-3"),
                        Assertions.tuple("Wave Database", "Shop-3"),
                        Assertions.tuple("db-02", "Shop-3"));
        assertThat(shop.worsened().get(2).usual()).isEqualTo(Duration.ofSeconds(500));
    }

    @Test
    void shouldSaySinceWhenAServerIsNotRecoveredAnyMore() {
        assertThat(trend("Billing <script>").worsened()).singleElement().satisfies(worse -> {
            assertThat(worse.subject()).isEqualTo("db-02");
            assertThat(worse.since().executionId()).isEqualTo("Billing <script>-2");
        });
    }

    @Test
    void shouldNotComplainAboutOneSlowDrillThatWasFollowedByAGoodOne() {
        PlanTrend trend = PlanTrend.of(
                        List.of(drill("Shop", 0, 30, 500), drill("Shop", 1, 60, 1_500), drill("Shop", 2, 30, 500)))
                .get(0);

        assertThat(trend.worsened()).isEmpty();
    }

    @Test
    void shouldNameTheSlowestServersFirst() {
        assertThat(trend("Shop").slowest(5)).extracting(it -> it.now().label()).containsExactly("db-02", "db-01");
    }

    @Test
    void shouldSayWhatASlowServerTookUsually() {
        assertThat(trend("Shop").slowest(1)).singleElement().satisfies(slow -> {
            assertThat(slow.usual()).contains(Duration.ofSeconds(520));
            assertThat(slow.change().direction()).isEqualTo(Change.Direction.WORSE);
        });
    }

    @Test
    void shouldMeasureARealDrillAgainstRealOnesOnly() {
        List<DrillSummary> mixed = List.of(
                drill("Shop", 0, 30, 500),
                simulated(drill("Shop", 1, 2, 20)),
                simulated(drill("Shop", 2, 2, 20)),
                drill("Shop", 3, 31, 510));

        PlanTrend trend = PlanTrend.of(mixed).get(0);

        assertThat(trend.worsened()).isEmpty();
        assertThat(trend.slowest(1).get(0).usual()).contains(Duration.ofMinutes(9));
        assertThat(Comparison.previousOf(mixed.get(3), mixed)).contains(mixed.get(0));
    }

    private static DrillSummary simulated(DrillSummary drill) {
        DrillSummary.Run run = drill.run();
        return new DrillSummary(
                new DrillSummary.Run(
                        run.executionId(),
                        run.planName(),
                        true,
                        true,
                        Optional.empty(),
                        run.started(),
                        run.configurationHash(),
                        run.end()),
                drill.servers(),
                drill.waves(),
                drill.lost(),
                drill.traceable());
    }

    @Test
    void shouldRatherCompareWithADrillInWhichServersWereRecovered() {
        DrillSummary good = drill("Shop", 0, 30, 500);
        DrillSummary stopped = Histories.stopped("Shop", 1);

        assertThat(Comparison.previousOf(drill("Shop", 2, 30, 500), List.of(good, stopped)))
                .contains(good);
        assertThat(Comparison.previousOf(drill("Shop", 2, 30, 500), List.of(stopped)))
                .contains(stopped);
    }

    @Test
    void shouldFindOneSlowServerAmongAThousandInManyDrills() {
        List<DrillSummary> drills = new java.util.ArrayList<>();
        for (int day = 0; day < 120; day++) {
            drills.add(Histories.large(day, 1_000, day < 100 ? 600 : 900));
        }

        List<Worsening> worse = PlanTrend.of(drills).get(0).worsened();

        assertThat(worse).singleElement().satisfies(it -> {
            assertThat(it.subject()).isEqualTo("host-500");
            assertThat(it.since().executionId()).isEqualTo("Large-100");
        });
    }

    private static PlanTrend trend(String plan) {
        return PlanTrend.of(Histories.two()).stream()
                .filter(it -> it.planName().equals(plan))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldComputeTheMetricsOfTheMission() {
        ReadinessMetrics metrics = metrics();

        assertThat(metrics.withActions()).isEqualTo(new Share(2, 3, 90));
        assertThat(metrics.withActions().percent()).contains(66L);
        assertThat(metrics.backedUp().met()).contains(false);
        assertThat(metrics.traceable().met()).contains(true);
        assertThat(metrics.plans())
                .containsExactly(
                        new ReadinessMetrics.Proven("Never drilled", Optional.empty()),
                        new ReadinessMetrics.Proven("Billing <script>", Optional.of(FIRST.plus(Duration.ofDays(1)))),
                        new ReadinessMetrics.Proven("Shop", Optional.of(FIRST.plus(Duration.ofDays(4)))));
    }

    private static ReadinessMetrics metrics() {
        return ReadinessMetrics.of(
                List.of(
                        new PlanFacts("Shop", true, true),
                        new PlanFacts("Billing <script>", true, true),
                        new PlanFacts("Never drilled", false, false)),
                Histories.two());
    }

    @Test
    void shouldClaimNothingWithoutPlansAndDrills() {
        ReadinessMetrics none = ReadinessMetrics.of(List.of(), List.of());

        assertThat(none.backedUp().percent()).isEmpty();
        assertThat(none.traceable().met()).isEmpty();
    }

    @Test
    void shouldNotTakeASimulationForAProof() {
        assertThat(DrillSummary.of(Stories.allGoesWell().result(), true).good()).isTrue();
        assertThat(DrillSummary.of(Stories.simulated().result(), true).good()).isFalse();
    }

    @Test
    void shouldReadResultsOfEarlierVersions() throws IOException {
        DrillSummary drill = ResultsFile.read(OF_VERSION_1_0);

        assertThat(drill.run().planName()).isEqualTo("Three-Tier-Shop");
        assertThat(drill.rto().reached()).contains(Duration.ofMillis(3_173_860));
        assertThat(drill.servers()).hasSize(6).allMatch(it -> it.status() == ServerResult.Status.VALIDATED);
        assertThat(drill.lost()).isEmpty();
        assertThat(drill.traceable()).isFalse();
    }

    @Test
    void shouldReadFromAFileWhatItWouldFoldFromTheJournal(@TempDir Path folder) throws IOException {
        var result = Stories.partialFailure().result();
        Path file = Files.writeString(
                folder.resolve("results.json"), io.jenkins.plugins.drs.engine.report.ResultsJson.results(result));

        assertThat(ResultsFile.read(file)).isEqualTo(DrillSummary.of(result, false));
    }

    @Test
    void shouldRefuseWhatAreNoResults(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("results.json"), "{\"schemaVersion\":\"9.0\"}");

        Assertions.assertThatIOException()
                .isThrownBy(() -> ResultsFile.read(file))
                .withMessageContaining("schemaVersion is '9.0'");
    }

    @Test
    void shouldShowTheHistoryWithoutScriptAndWithHostileNamesAsText() {
        String page = HistoryReport.page(Histories.two(), metrics(), FIRST.plus(Duration.ofDays(10)));

        assertThat(page)
                .contains("Billing &lt;script&gt;", "Shop: what got worse, and since when", "never", "6 days")
                .doesNotContain("<script", " style=");
    }

    @Test
    void shouldHaveARowForEachExecution() {
        List<String> rows = CsvFiles.history(Histories.two()).lines().toList();

        assertThat(rows).hasSize(10);
        assertThat(rows.get(1))
                .startsWith("2026-03-01T03:00:00Z,Shop,Shop-0,COMPLETED,false,2,2,1800.000,3600.000,true,");
    }
}
