package io.jenkins.plugins.drs.engine.document.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.document.transfer.ConfigurationExport.CanonicalOrder;
import io.jenkins.plugins.drs.engine.document.transfer.ExportRecords.Way;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportRecordsTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final String GROUPS = """
        targetAccounts:
          - {accountId: "123456789012", accountName: %s, assumeRoleName: Recoverer}
        protectionGroups:
          - {groupName: Web, region: us-east-1, accountId: "123456789012", serverSelectionTags: {Tier: web}}
          - {groupName: Data, region: %s, serverSelectionTags: {Tier: data}}
        """;
    private static final String PLANS = """
        recoveryPlans:
          - {planName: Shop, rto: PT1H, waves: [{waveName: First, protectionGroupName: Web}]}
          - {planName: Billing, waves: [{waveName: First, protectionGroupName: Data}]}
        """;
    private static final DrConfiguration STORED = stored("Recovery", "us-east-1");

    @TempDir
    private Path folder;

    private ExportRecords records;

    private static DrConfiguration stored(String account, String regionOfData) {
        return Configurations.of(GROUPS.formatted(account, regionOfData) + PLANS);
    }

    @BeforeEach
    void begin() {
        records = new ExportRecords(folder.resolve("new").resolve("exports.json"));
    }

    private void export(DrConfiguration document, Way way, Instant when) throws IOException {
        records.add(document, way, when, "ann", List.of("Shop", "Billing"));
    }

    private boolean holds(String plan, DrConfiguration stored) {
        return records.now().holds(plan, PlanFingerprints.of(stored));
    }

    @Test
    void shouldTellWhichPlansAnExportHolds() throws IOException {
        assertThat(holds("Shop", STORED)).isFalse();

        export(PlanDocument.extract(STORED, "Shop"), Way.PAGE, NOON);

        assertThat(holds("Shop", STORED)).isTrue();
        assertThat(holds("SHOP", STORED)).isTrue();
        assertThat(holds("Billing", STORED)).isFalse();
        assertThat(records.now().last("Billing", PlanFingerprints.of(STORED))).isEmpty();
    }

    @Test
    void shouldSeeChangesOfWhatAPlanUsesAndOfNothingElse() throws IOException {
        export(STORED, Way.PAGE, NOON);

        DrConfiguration otherRegion = stored("Recovery", "eu-west-1");
        DrConfiguration otherAccount = stored("Renamed", "us-east-1");

        assertThat(holds("Billing", otherRegion)).isFalse();
        assertThat(holds("Shop", otherRegion)).isTrue();
        assertThat(holds("Shop", otherAccount)).isFalse();
        assertThat(holds("Billing", otherAccount)).isTrue();
    }

    @Test
    void shouldWriteNothingWhereARepositoryHasWhatItHad() throws IOException {
        export(STORED, Way.REPOSITORY, NOON);
        Path file = folder.resolve("new").resolve("exports.json");
        Files.delete(file); // comes back when it is written

        export(STORED, Way.REPOSITORY, NOON.plusSeconds(900));
        assertThat(file).doesNotExist();
        assertThat(records.now().last("Shop", PlanFingerprints.of(STORED)))
                .map(ExportRecords.Export::when)
                .contains(NOON);

        export(stored("Recovery", "eu-west-1"), Way.REPOSITORY, NOON.plusSeconds(1800));
        assertThat(file).exists();
    }

    @Test
    void shouldCountFromTheLastDocumentThatSomebodyTook() throws IOException {
        export(STORED, Way.PAGE, NOON);

        export(STORED, Way.PAGE, NOON.plusSeconds(900));

        assertThat(records.now().last("Shop", PlanFingerprints.of(STORED)))
                .map(ExportRecords.Export::when)
                .contains(NOON.plusSeconds(900));
    }

    @Test
    void shouldNotMindOrderAndSpelling() throws IOException {
        export(STORED, Way.STEP, NOON);

        DrConfiguration sorted = CanonicalOrder.of(
                Configurations.of(GROUPS.formatted("Recovery", "us-east-1") + PLANS.replace("PT1H", "PT60M")));

        assertThat(holds("Shop", sorted)).isTrue();
        assertThat(holds("Billing", sorted)).isTrue();
    }

    @Test
    void shouldKeepTheLastExportOfEachWay() throws IOException {
        DrConfiguration changed = stored("Recovery", "eu-west-1");
        export(STORED, Way.PAGE, NOON);
        export(changed, Way.REPOSITORY, NOON.plus(Duration.ofHours(1)));

        assertThat(holds("Billing", STORED)).isTrue();
        assertThat(holds("Billing", changed)).isTrue();
        assertThat(records.now()
                        .last("Billing", PlanFingerprints.of(STORED))
                        .orElseThrow()
                        .when())
                .isEqualTo(NOON);

        export(changed, Way.PAGE, NOON.plus(Duration.ofHours(2)));
        assertThat(holds("Billing", STORED)).isFalse();
        assertThat(records.now()
                        .last("Billing", PlanFingerprints.of(STORED))
                        .orElseThrow()
                        .when())
                .isEqualTo(NOON.plus(Duration.ofHours(2)));
    }

    @Test
    void shouldRememberAfterARestartAndForgetPlansThatAreGone() throws IOException {
        export(STORED, Way.PAGE, NOON);

        records = new ExportRecords(folder.resolve("new").resolve("exports.json"));
        assertThat(holds("Shop", STORED)).isTrue();

        records.add(DrConfiguration.EMPTY, Way.STEP, NOON, "ann", List.of("billing"));
        assertThat(holds("Billing", STORED)).isTrue();
        assertThat(holds("Shop", STORED)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"shop\": [", "null", "{\"shop\": {\"PAGE\": {}}}", ""})
    void shouldTakeADamagedFileForNone(String content) throws IOException {
        export(STORED, Way.PAGE, NOON);
        Files.writeString(folder.resolve("new").resolve("exports.json"), content);
        records = new ExportRecords(folder.resolve("new").resolve("exports.json"));

        assertThat(holds("Shop", STORED)).isFalse();
        export(STORED, Way.PAGE, NOON);
        assertThat(holds("Shop", STORED)).isTrue();
    }

    @Test
    void shouldCompleteADocumentThatNamesGroupsOfTheStore() throws IOException {
        DrConfiguration document = Configurations.unvalidated("""
            protectionGroups:
              - {groupName: Data, region: us-east-1, serverSelectionTags: {Tier: data}}
            """ + PLANS);

        export(PlanFingerprints.over(stored("Recovery", "eu-west-1"), document), Way.REPOSITORY, NOON);

        assertThat(holds("Shop", STORED)).isTrue();
        assertThat(holds("Billing", STORED)).isTrue();
    }
}
