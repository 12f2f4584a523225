package io.jenkins.plugins.drs.engine.document.transfer;

import static io.jenkins.plugins.drs.engine.document.transfer.ImportRequest.OnConflict.FAIL;
import static io.jenkins.plugins.drs.engine.document.transfer.ImportRequest.OnConflict.OVERWRITE;
import static io.jenkins.plugins.drs.engine.document.transfer.ImportRequest.OnConflict.SKIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.DraftDocument;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.diff.DiffText;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.ConfigurationStore;
import io.jenkins.plugins.drs.engine.document.store.FolderStore;
import io.jenkins.plugins.drs.engine.document.store.HistoryPolicy;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigurationImportTest {
    private static final Change CHANGE = new Change("alice", Instant.EPOCH, Change.Kind.IMPORT, "test");
    private static final String STORED = """
            targetAccounts: [{accountId: "111111111111", assumeRoleName: Role}]
            protectionGroups:
              - {groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}}
              - {groupName: Db, region: us-east-1, sourceServerIds: [s-1234567890abcdef0]}
            recoveryPlans:
              - planName: Shop
                waves:
                  - {waveName: First, protectionGroupName: Db}
                  - {waveName: Second, protectionGroupName: Web}
            """;

    @TempDir
    private Path temp;

    private ConfigurationStore store;

    @BeforeEach
    void fillTheStore() throws Exception {
        store = new FolderStore(temp, HistoryPolicy.DEFAULT);
        store.replace(0, Configurations.of(STORED), CHANGE);
    }

    private ImportResult run(String yaml, ImportRequest.OnConflict onConflict, boolean force) throws Exception {
        return run(yaml, new ImportRequest(onConflict, false, force, OptionalLong.empty()));
    }

    private ImportResult run(String yaml, ImportRequest request) throws Exception {
        return ConfigurationImport.run(store, draft(yaml), request, CHANGE);
    }

    private static DraftDocument draft(String yaml) {
        return DocumentReader.draft(yaml.getBytes(StandardCharsets.UTF_8), "new.yaml", DocumentLimits.DEFAULT);
    }

    private static String told(ImportResult result) {
        return result.problems().stream().map(LocatedProblem::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void shouldAddWhatIsNewAndKeepTheRest() throws Exception {
        ImportResult result = run("""
                protectionGroups: [{groupName: Cache, region: us-east-1, serverSelectionTags: {Tier: cache}}]
                recoveryPlans: [{planName: Cache, waves: [{waveName: W, protectionGroupName: cache}]}]
                """, FAIL, false);

        assertThat(result.outcome()).isEqualTo(ImportResult.Outcome.IMPORTED);
        assertThat(result.counts().get(ItemKind.PROTECTION_GROUP)).isEqualTo(new ImportCounts(1, 0, 0, 0, List.of()));
        assertThat(result.counts().get(ItemKind.TARGET_ACCOUNT)).isEqualTo(ImportCounts.NONE);
        assertThat(DiffText.lines(result.diff(), 9))
                .containsExactly("+ protection group 'Cache'", "+ recovery plan 'Cache'");
        assertThat(store.current().configuration().protectionGroups()).hasSize(3);
        assertThat(store.history().get(0).change()).isEqualTo(CHANGE);
        assertThat(store.changes(2)).contains(result.diff());
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindNothingToDoForTheSameThingAgain(ImportRequest.OnConflict onConflict) throws Exception {
        ImportResult result = run(STORED, onConflict, false);

        assertThat(result.outcome()).isEqualTo(ImportResult.Outcome.UNCHANGED);
        assertThat(result.counts().get(ItemKind.PROTECTION_GROUP).unchanged()).isEqualTo(2);
        assertThat(result.revision()).isEqualTo(1);
        assertThat(store.history()).hasSize(1);
    }

    @Test
    void shouldReferToWhatIsStored() throws Exception {
        ImportResult result =
                run("recoveryPlans: [{planName: Web, waves: [{waveName: W, protectionGroupName: Web}]}]", FAIL, false);

        assertThat(result.outcome()).isEqualTo(ImportResult.Outcome.IMPORTED);
    }

    private static final String OTHER_WEB = """
            protectionGroups:
              - {groupName: WEB, region: us-east-1, serverSelectionTags: {Tier: other}}
              - {groupName: New, region: us-east-1, serverSelectionTags: {Tier: new}}
            """;

    @Test
    void shouldFailOnAConflictAndChangeNothing() throws Exception {
        ImportResult result = run(OTHER_WEB, FAIL, true);

        assertThat(result.outcome()).isEqualTo(ImportResult.Outcome.ERRORS);
        assertThat(told(result))
                .isEqualTo(
                        "new.yaml:2:5: /protectionGroups/0: There is a stored protection group of this name that means"
                                + " something else. Import with skip to keep the stored one, or with overwrite to replace it");
        assertThat(result.counts().get(ItemKind.PROTECTION_GROUP).created()).isZero();
        assertThat(result.counts().get(ItemKind.PROTECTION_GROUP).errors()).hasSize(1);
        assertThat(store.current().revision()).isEqualTo(1);
    }

    @Test
    void shouldSkipAConflictAndImportTheRest() throws Exception {
        ImportResult result = run(OTHER_WEB, SKIP, false);

        assertThat(result.counts().get(ItemKind.PROTECTION_GROUP)).isEqualTo(new ImportCounts(1, 0, 1, 0, List.of()));
        assertThat(store.current()
                        .configuration()
                        .group("Web")
                        .orElseThrow()
                        .selection()
                        .tags())
                .containsEntry("Tier", "web");
        assertThat(store.current().configuration().group("New")).isPresent();
    }

    @Test
    void shouldOverwriteAConflictInItsPlace() throws Exception {
        ImportResult result = run(OTHER_WEB, OVERWRITE, false);

        assertThat(result.counts().get(ItemKind.PROTECTION_GROUP)).isEqualTo(new ImportCounts(1, 1, 0, 0, List.of()));
        assertThat(store.current().configuration().protectionGroups())
                .extracting(group -> group.groupName())
                .containsExactly("WEB", "Db", "New");
    }

    @Test
    void shouldRefuseWhatWouldBreakAStoredPlan() throws Exception {
        ImportResult result = run(
                "protectionGroups: [{groupName: Web, region: us-east-1, sourceServerIds: [s-1234567890abcdef0]}]",
                OVERWRITE,
                true);

        assertThat(result.outcome()).isEqualTo(ImportResult.Outcome.ERRORS);
        assertThat(told(result))
                .contains(
                        "stored configuration: /recoveryPlans/0/waves/1/protectionGroupNames/0: With this document, the"
                                + " stored recovery plan 'Shop' is not valid any longer: The server 's-1234567890abcdef0' is in"
                                + " the groups 'Db' and 'Web'");
    }

    @Test
    void shouldStopAtWarningsUnlessForced() throws Exception {
        String doubtful = "protectionGroups: [{groupName: N, region: us-moon-1, serverSelectionTags: {a: b}, x: 1}]";

        ImportResult stopped = run(doubtful, FAIL, false);
        assertThat(stopped.outcome()).isEqualTo(ImportResult.Outcome.WARNINGS);
        assertThat(stopped.problems()).hasSize(2);
        assertThat(stopped.success()).isFalse();
        assertThat(store.current().revision()).isEqualTo(1);

        assertThat(run(doubtful, FAIL, true).outcome()).isEqualTo(ImportResult.Outcome.IMPORTED);
    }

    @Test
    void shouldNeverForceErrors() throws Exception {
        ImportResult result = run(
                "recoveryPlans: [{planName: P, waves: [{waveName: W, protectionGroupName: Nowhere}]}]",
                OVERWRITE,
                true);

        assertThat(result.outcome()).isEqualTo(ImportResult.Outcome.ERRORS);
        assertThat(told(result))
                .startsWith("new.yaml:1:74: /recoveryPlans/0/waves/0/protectionGroupName: There is no protection group"
                        + " 'Nowhere'");
        assertThat(result.counts().get(ItemKind.RECOVERY_PLAN).errors()).hasSize(1);
    }

    @Test
    void shouldFindNamesThatTheDocumentUsesTwice() throws Exception {
        ImportResult result = run("""
                protectionGroups:
                  - {groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}}
                  - {groupName: web, region: us-east-1, serverSelectionTags: {Tier: other}}
                """, SKIP, true);

        assertThat(result.outcome()).isEqualTo(ImportResult.Outcome.ERRORS);
        assertThat(told(result))
                .contains("new.yaml:3:17: /protectionGroups/1/groupName: The group name 'web' is already");
    }

    @Test
    void shouldTellWhatADryRunWouldDoAndDoNothing() throws Exception {
        ImportResult result = run(OTHER_WEB, new ImportRequest(OVERWRITE, true, false, OptionalLong.empty()));

        assertThat(result.outcome()).isEqualTo(ImportResult.Outcome.POSSIBLE);
        assertThat(result.counts().get(ItemKind.PROTECTION_GROUP).updated()).isEqualTo(1);
        assertThat(result.diff().isEmpty()).isFalse();
        assertThat(store.current().revision()).isEqualTo(1);
    }

    @Test
    void shouldTellWhoeverConfirmedADryRunThatTheStoreChangedSince() throws Exception {
        store.replace(1, Configurations.group("Meanwhile"), CHANGE);

        assertThatThrownBy(() -> run(OTHER_WEB, new ImportRequest(OVERWRITE, false, true, OptionalLong.of(1))))
                .isInstanceOf(StaleConfigurationException.class);
        assertThat(store.current().configuration()).isEqualTo(Configurations.group("Meanwhile"));
    }

    @Test
    void shouldMergeWithWhatSomebodySavesAtTheSameMoment() throws Exception {
        ConfigurationStore busy = new BusyStore(store, Configurations.group("Meanwhile"), CHANGE);

        ImportRequest overwrite = new ImportRequest(OVERWRITE, false, false, OptionalLong.empty());
        ImportResult result = ConfigurationImport.run(busy, draft(OTHER_WEB), overwrite, CHANGE);

        assertThat(result.outcome()).isEqualTo(ImportResult.Outcome.IMPORTED);
        assertThat(store.current().configuration().protectionGroups())
                .extracting(group -> group.groupName())
                .containsExactly("Meanwhile", "WEB", "New");
    }

    @Test
    void shouldTellWhyADocumentIsNone() throws Exception {
        ImportResult result = run("{", OVERWRITE, true);

        assertThat(result.outcome()).isEqualTo(ImportResult.Outcome.ERRORS);
        assertThat(result.counts().get(ItemKind.UNKNOWN_FIELD).errors()).hasSize(1);
    }

    @Test
    void shouldKeepUnknownFieldsButNotTheSchemaOfAFile() throws Exception {
        run("{\"$schema\": \"x\", \"owner\": \"dr\", \"targetAccounts\": []}", FAIL, true);

        assertThat(store.current().configuration().unknown()).isEqualTo(Map.of("owner", "dr"));
    }
}
