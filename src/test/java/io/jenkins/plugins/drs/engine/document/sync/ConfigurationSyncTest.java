package io.jenkins.plugins.drs.engine.document.sync;

import static io.jenkins.plugins.drs.engine.document.sync.SyncResult.Outcome.APPLIED;
import static io.jenkins.plugins.drs.engine.document.sync.SyncResult.Outcome.CHANGED_BY_HAND;
import static io.jenkins.plugins.drs.engine.document.sync.SyncResult.Outcome.ERRORS;
import static io.jenkins.plugins.drs.engine.document.sync.SyncResult.Outcome.NOT_ITS_OWN;
import static io.jenkins.plugins.drs.engine.document.sync.SyncResult.Outcome.POSSIBLE;
import static io.jenkins.plugins.drs.engine.document.sync.SyncResult.Outcome.STILL_REFUSED;
import static io.jenkins.plugins.drs.engine.document.sync.SyncResult.Outcome.UNCHANGED;
import static io.jenkins.plugins.drs.engine.document.sync.SyncResult.Outcome.UNCONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.DraftDocument;
import io.jenkins.plugins.drs.engine.document.diff.DiffText;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.DamagedStoreException;
import io.jenkins.plugins.drs.engine.document.store.FolderStore;
import io.jenkins.plugins.drs.engine.document.store.HistoryPolicy;
import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationSyncTest {
    private static final Change SYNC = new Change("job", Instant.EPOCH, Change.Kind.SYNC, "");
    private static final Change HAND = new Change("alice", Instant.EPOCH, Change.Kind.EDIT, "");
    private static final Change BACK = new Change("job", Instant.EPOCH, Change.Kind.ROLLBACK, "check failed");
    private static final String MAIN = "dr #plan.yaml";

    @TempDir
    private Path temp;

    private FolderStore store;
    private SyncRecords records;
    private ConfigurationSync sync;
    private final Set<String> gone = new HashSet<>();

    @BeforeEach
    void makeStore() {
        store = new FolderStore(temp.resolve("store"), HistoryPolicy.DEFAULT);
        records = new SyncRecords(temp.resolve("store/sync"));
        sync = new ConfigurationSync(store, records);
    }

    private static String group(String name, String tier) {
        return "  - {groupName: " + name + ", region: us-east-1, serverSelectionTags: {Tier: " + tier + "}}\n";
    }

    private static String plan(String name, String group, String rto) {
        return "  - {planName: " + name + ", rto: " + rto + ", waves: [{waveName: Only, protectionGroupName: " + group
                + "}]}\n";
    }

    private static String document(List<String> groups, List<String> plans) {
        return "protectionGroups:" + (groups.isEmpty() ? " []\n" : "\n" + String.join("", groups)) + "recoveryPlans:"
                + (plans.isEmpty() ? " []\n" : "\n" + String.join("", plans));
    }

    private static String shop(String rto) {
        return document(List.of(group("Web", "web")), List.of(plan("Shop", "Web", rto)));
    }

    private static DraftDocument draft(String document) {
        return DocumentReader.draft(document.getBytes(StandardCharsets.UTF_8), "plan.yaml", DocumentLimits.DEFAULT);
    }

    private SyncRequest request(String source, String document, OnManualChange policy) {
        return new SyncRequest(source, draft(document), policy, other -> !gone.contains(other));
    }

    private SyncResult apply(String document, OnManualChange policy) throws Exception {
        return sync.apply(request(MAIN, document, policy), SYNC);
    }

    private SyncResult applied(String document) throws Exception {
        SyncResult result = apply(document, OnManualChange.FAIL);
        confirm(MAIN);
        return result;
    }

    private void confirm(String source) throws Exception {
        Optional<SyncRecord.Begun> begun = records.find(source).flatMap(SyncRecord::begun);
        if (begun.isPresent()) {
            sync.confirm(source, begun.get().before(), SYNC);
        }
    }

    private void byHand(String document) throws Exception {
        store.replace(
                store.current().revision(), draft(document).configuration().orElseThrow(), HAND);
    }

    private DrConfiguration stored() throws IOException {
        return store.current().configuration();
    }

    private String rto() throws IOException {
        return stored().plan("Shop").orElseThrow().rto().orElseThrow().toString();
    }

    private byte[] everyByte() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(file).append(Files.getLastModifiedTime(file)).append(Files.readString(file));
            }
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void shouldApplyADocumentAndItsEdit() throws Exception {
        assertThat(applied(shop("PT1H")).outcome()).isEqualTo(APPLIED);
        SyncResult second = applied(shop("PT2H"));

        assertThat(second.outcome()).isEqualTo(APPLIED);
        assertThat(DiffText.lines(second.reconciliation().applied(), 9))
                .containsExactly("~ recovery plan 'Shop'", "    rto: 'PT1H' -> 'PT2H'");
        assertThat(second.before()).isEqualTo(1);
        assertThat(second.revision()).isEqualTo(2);
        assertThat(rto()).isEqualTo("PT2H");
    }

    @Test
    void shouldWriteNothingWhenOnlyLayoutDiffers() throws Exception {
        String two = document(List.of(group("Web", "web"), group("Db", "db")), List.of(plan("Shop", "Web", "PT1H")));
        String other = "# a comment\nexportMetadata: {version: 2.1.0, exportedBy: bob}\n"
                + document(List.of(group("Db", "db"), group("Web", "web")), List.of(plan("Shop", "Web", "PT60M")));
        applied(two);
        byte[] before = everyByte();

        SyncResult again = applied(other);

        assertThat(again.outcome()).isEqualTo(UNCHANGED);
        assertThat(everyByte()).isEqualTo(before);
    }

    @Test
    void shouldWriteNothingWhenOnlyAsked() throws Exception {
        applied(shop("PT1H"));
        byte[] before = everyByte();

        SyncResult proposed = sync.propose(request(MAIN, shop("PT2H"), OnManualChange.FAIL));

        assertThat(proposed.outcome()).isEqualTo(POSSIBLE);
        assertThat(DiffText.lines(proposed.reconciliation().applied(), 9)).hasSize(2);
        assertThat(everyByte()).isEqualTo(before);
    }

    @Test
    void shouldRemoveWhatTheDocumentHasNoLonger() throws Exception {
        applied(document(List.of(group("Web", "web"), group("Db", "db")), List.of(plan("Shop", "Web", "PT1H"))));

        applied(shop("PT1H"));

        assertThat(stored().group("Db")).isEmpty();
    }

    @Test
    void shouldChangeNothingWhenSomebodyChangedSomethingByHandAndThatFails() throws Exception {
        applied(shop("PT1H"));
        byHand(shop("PT3H"));

        SyncResult result = apply(shop("PT1H"), OnManualChange.FAIL);

        assertThat(result.outcome()).isEqualTo(CHANGED_BY_HAND);
        assertThat(DiffText.lines(result.reconciliation().manual(), 9))
                .containsExactly("~ recovery plan 'Shop'", "    rto: 'PT1H' -> 'PT3H'");
        assertThat(rto()).isEqualTo("PT3H");
    }

    @Test
    void shouldKeepWhatWasChangedByHandFromSyncToSync() throws Exception {
        applied(shop("PT1H"));
        byHand(shop("PT3H"));
        String edited = document(List.of(group("Web", "web"), group("Db", "db")), List.of(plan("Shop", "Web", "PT1H")));

        for (int round = 0; round < 3; round++) {
            SyncResult result = apply(edited, OnManualChange.KEEP);
            confirm(MAIN);

            assertThat(result.outcome()).isEqualTo(round == 0 ? APPLIED : UNCHANGED);
            assertThat(result.reconciliation().manual().isEmpty()).isFalse();
            assertThat(rto()).isEqualTo("PT3H");
            assertThat(stored().group("Db")).isPresent();
        }
        assertThat(apply(edited, OnManualChange.OVERWRITE).outcome()).isEqualTo(APPLIED);
        assertThat(rto()).isEqualTo("PT1H");
    }

    @Test
    void shouldKeepTheHandsSideWhenBothChangedTheSameItem() throws Exception {
        applied(shop("PT1H"));
        byHand(shop("PT3H"));

        SyncResult kept = apply(shop("PT2H"), OnManualChange.KEEP);

        assertThat(kept.outcome()).isEqualTo(UNCHANGED);
        assertThat(rto()).isEqualTo("PT3H");
        assertThat(kept.reconciliation().merged().plan("Shop").orElseThrow().rto())
                .isEqualTo(stored().plan("Shop").orElseThrow().rto());
    }

    @Test
    void shouldTakeWhatWasCommittedFromTheStoreAsSynced() throws Exception {
        applied(shop("PT1H"));
        byHand(shop("PT3H"));
        assertThat(applied(shop("PT3H")).outcome()).isEqualTo(UNCHANGED);

        assertThat(applied(shop("PT2H")).outcome()).isEqualTo(APPLIED);
    }

    @Test
    void shouldTakeWhatWasThereBeforeTheFirstSyncForMadeByHand() throws Exception {
        byHand(document(List.of(group("Old", "old")), List.of(plan("Mine", "Old", "PT1H"))));

        assertThat(apply(shop("PT1H"), OnManualChange.FAIL).outcome()).isEqualTo(CHANGED_BY_HAND);
        assertThat(apply(shop("PT1H"), OnManualChange.KEEP).outcome()).isEqualTo(APPLIED);
        confirm(MAIN);
        assertThat(stored().plan("Mine")).isPresent();
        assertThat(apply(shop("PT1H"), OnManualChange.OVERWRITE).outcome()).isEqualTo(APPLIED);
        assertThat(stored().plan("Mine")).isEmpty();
    }

    @Test
    void shouldLeaveItemsOfOtherSourcesAloneAndRefuseToChangeThem() throws Exception {
        applied(shop("PT1H"));
        String bank = document(List.of(group("Bank", "bank")), List.of(plan("Bank", "Bank", "PT1H")));

        SyncResult second = sync.apply(request("other", bank, OnManualChange.OVERWRITE), SYNC);
        confirm("other");
        SyncResult third = sync.apply(request("other", shop("PT2H"), OnManualChange.OVERWRITE), SYNC);

        assertThat(second.outcome()).isEqualTo(APPLIED);
        assertThat(second.reconciliation().manual().isEmpty()).isTrue();
        assertThat(third.outcome()).isEqualTo(NOT_ITS_OWN);
        assertThat(third.reconciliation().foreign()).containsExactly("recovery plan 'Shop'");
        assertThat(rto()).isEqualTo("PT1H");
        assertThat(applied(shop("PT1H")).outcome()).isEqualTo(UNCHANGED);

        gone.add(MAIN);
        assertThat(sync.apply(request("other", shop("PT2H"), OnManualChange.OVERWRITE), SYNC)
                        .outcome())
                .isEqualTo(APPLIED);
    }

    @Test
    void shouldPutBackWhatItChangedAndNothingElse() throws Exception {
        applied(shop("PT1H"));
        apply(shop("PT2H"), OnManualChange.FAIL);
        byHand(document(List.of(group("Web", "web"), group("Late", "late")), List.of(plan("Shop", "Web", "PT2H"))));

        long revision = sync.undo(MAIN, 1, Optional.empty(), BACK);

        assertThat(rto()).isEqualTo("PT1H");
        assertThat(sync.isOpen(MAIN, 1)).isFalse();
        assertThat(stored().group("Late")).isPresent();
        assertThat(revision).isEqualTo(4);
        assertThat(sync.undo(MAIN, 1, Optional.empty(), SYNC)).isEqualTo(4);
        assertThat(apply(shop("PT2H"), OnManualChange.KEEP).outcome()).isEqualTo(APPLIED);
    }

    private void refuse(String document) throws Exception {
        long before = store.current().revision();
        apply(document, OnManualChange.FAIL);
        sync.undo(MAIN, before, Optional.of("a check failed"), BACK);
    }

    @Test
    void shouldNotApplyAgainWhatWasPutBack() throws Exception {
        applied(shop("PT1H"));
        refuse(shop("PT2H"));
        byte[] all = everyByte();

        SyncResult again = apply("# another comment\n" + shop("PT2H"), OnManualChange.FAIL);

        assertThat(again.outcome()).isEqualTo(STILL_REFUSED);
        assertThat(again.success()).isFalse();
        assertThat(again.refusal()).isEqualTo("a check failed");
        assertThat(again.reconciliation().target().plan("Shop").orElseThrow().rto())
                .contains(Duration.ofHours(2));
        assertThat(everyByte()).isEqualTo(all);
        assertThat(sync.propose(request(MAIN, shop("PT2H"), OnManualChange.FAIL))
                        .outcome())
                .isEqualTo(STILL_REFUSED);
    }

    @Test
    void shouldApplyWhatWasPutBackWhenItOrTheStoreHasChanged() throws Exception {
        applied(shop("PT1H"));
        refuse(shop("PT2H"));
        assertThat(sync.propose(request(MAIN, shop("PT3H"), OnManualChange.FAIL))
                        .outcome())
                .isEqualTo(POSSIBLE);
        assertThat(apply(shop("PT1H"), OnManualChange.FAIL).outcome()).isEqualTo(UNCHANGED);

        byHand(document(List.of(group("Web", "web"), group("Late", "late")), List.of(plan("Shop", "Web", "PT1H"))));

        assertThat(apply(shop("PT2H"), OnManualChange.KEEP).outcome()).isEqualTo(APPLIED);
    }

    @Test
    void shouldApplyWhatWasPutBackWhenAskedToInsistAndForgetIt() throws Exception {
        applied(shop("PT1H"));
        refuse(shop("PT2H"));

        assertThat(sync.apply(request(MAIN, shop("PT2H"), OnManualChange.FAIL).insisting(), SYNC)
                        .outcome())
                .isEqualTo(APPLIED);
        confirm(MAIN);

        assertThat(records.find(MAIN).orElseThrow().refused()).isEmpty();
        applied(shop("PT1H"));
        assertThat(apply(shop("PT2H"), OnManualChange.FAIL).outcome()).isEqualTo(APPLIED);
    }

    @Test
    void shouldApplyAgainWhatWasPutBackForNoFaultOfItsOwn() throws Exception {
        applied(shop("PT1H"));
        apply(shop("PT2H"), OnManualChange.FAIL);
        sync.undo(MAIN, 1, Optional.empty(), BACK);

        assertThat(apply(shop("PT2H"), OnManualChange.FAIL).outcome()).isEqualTo(APPLIED);
    }

    @Test
    void shouldTellWhetherItIsTheFirstSync() throws Exception {
        byHand(shop("PT1H"));

        assertThat(apply(shop("PT2H"), OnManualChange.FAIL).first()).isTrue();
        apply(shop("PT2H"), OnManualChange.OVERWRITE);
        confirm(MAIN);

        assertThat(apply(shop("PT2H"), OnManualChange.FAIL).first()).isFalse();
    }

    @Test
    void shouldSayWhenThereIsNoWayBack() throws Exception {
        applied(document(List.of(group("Web", "web")), List.of()));
        apply(document(List.of(group("Web", "web"), group("Db", "db")), List.of()), OnManualChange.FAIL);
        byHand(document(List.of(group("Web", "web"), group("Db", "db")), List.of(plan("Shop", "Db", "PT1H"))));

        assertThatThrownBy(() -> sync.undo(MAIN, 1, Optional.empty(), SYNC))
                .isInstanceOf(InvalidConfigurationException.class);

        assertThat(stored().plan("Shop")).isPresent();
    }

    @Test
    void shouldNotTakeASyncThatWasCutOffForChangedByHand() throws Exception {
        applied(shop("PT1H"));
        apply(shop("PT2H"), OnManualChange.FAIL); // and no confirmation
        assertThat(sync.isOpen(MAIN, 1)).isTrue();
        assertThat(sync.isOpen(MAIN, 0)).isFalse();

        assertThat(sync.propose(request(MAIN, shop("PT2H"), OnManualChange.FAIL))
                        .outcome())
                .isEqualTo(UNCONFIRMED);
        SyncResult next = apply(shop("PT3H"), OnManualChange.FAIL);

        assertThat(next.outcome()).isEqualTo(APPLIED);
        assertThat(next.reconciliation().manual().isEmpty()).isTrue();
    }

    @Test
    void shouldStoreNothingInvalid() throws Exception {
        applied(shop("PT1H"));

        SyncResult unreadable = apply("recoveryPlans: 7\n", OnManualChange.OVERWRITE);
        SyncResult invalid = apply(document(List.of(), List.of(plan("Shop", "Nowhere", "PT1H"))), OnManualChange.KEEP);

        assertThat(unreadable.outcome()).isEqualTo(ERRORS);
        assertThat(invalid.outcome()).isEqualTo(ERRORS);
        assertThat(invalid.problems().get(0)).contains("error: plan.yaml:", "Nowhere");
        assertThat(store.current().revision()).isEqualTo(1);
    }

    @Test
    void shouldSayWhatKeptItemsMakeInvalid() throws Exception {
        applied(document(List.of(group("Web", "web"), group("Db", "db")), List.of(plan("Shop", "Web", "PT1H"))));
        byHand(document(List.of(group("Web", "web"), group("Db", "db")), List.of(plan("Shop", "Db", "PT1H"))));

        SyncResult result = apply(shop("PT1H"), OnManualChange.KEEP);

        assertThat(result.outcome()).isEqualTo(ERRORS);
        assertThat(result.problems()).anyMatch(problem -> problem.contains("together with what is stored besides"));
    }

    @Test
    void shouldRefuseADamagedRecord() throws Exception {
        applied(shop("PT1H"));
        try (Stream<Path> files = Files.list(temp.resolve("store/sync"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                Files.writeString(file, Files.readString(file).replace("PT1H", "PT9H"));
            }
        }

        assertThatThrownBy(() -> apply(shop("PT2H"), OnManualChange.OVERWRITE))
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageContaining("does not match its checksum");
        assertThat(rto()).isEqualTo("PT1H");
    }

    @Test
    void shouldFollowASourceThatWasRenamed() throws Exception {
        applied(shop("PT1H"));
        records.rename(MAIN, "elsewhere");

        SyncResult result = sync.apply(request("elsewhere", shop("PT2H"), OnManualChange.FAIL), SYNC);

        assertThat(result.outcome()).isEqualTo(APPLIED);
        assertThat(records.find(MAIN)).isEmpty();
    }
}
