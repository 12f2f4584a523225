package io.jenkins.plugins.drs.engine.document.store;

import static io.jenkins.plugins.drs.engine.document.Configurations.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.DiffText;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStoreTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @TempDir
    private Path temp;

    private FolderStore store(HistoryPolicy policy) {
        return new FolderStore(temp.resolve("store"), policy);
    }

    private FolderStore store() {
        return store(HistoryPolicy.DEFAULT);
    }

    private static Change by(String who) {
        return new Change(who, NOON, Change.Kind.EDIT, "because");
    }

    private static Change at(Instant when) {
        return new Change("alice", when, Change.Kind.IMPORT, "");
    }

    @Test
    void shouldHoldNothingAtFirstAndMakeNoFolderForThat() throws Exception {
        assertThat(store().current()).isEqualTo(StoredConfiguration.NOTHING);
        assertThat(store().history()).isEmpty();
        assertThat(store().at(1)).isEmpty();
        assertThat(temp.resolve("store")).doesNotExist();
    }

    @Test
    void shouldGiveBackWhatWasStoredToWhoeverOpensTheFolder() throws Exception {
        DrConfiguration configuration =
                Configurations.of(Files.readString(Path.of("src/test/resources/documents/everything.yaml")));

        StoredConfiguration stored = store().replace(0, configuration, by("alice"));

        assertThat(stored).isEqualTo(new StoredConfiguration(1, configuration));
        assertThat(store().current()).isEqualTo(stored);
        assertThat(store().at(1)).contains(stored);
    }

    @Test
    void shouldTellTheLaterOfTwoEditorsAndLoseNothing() throws Exception {
        store().replace(0, group("Web"), by("alice"));
        store().replace(1, group("Database"), by("bob"));

        assertThatThrownBy(() -> store().replace(1, group("Cache"), by("carol")))
                .isInstanceOfSatisfying(StaleConfigurationException.class, stale -> {
                    assertThat(stale.expectedRevision()).isEqualTo(1);
                    assertThat(stale.currentRevision()).isEqualTo(2);
                })
                .hasMessageContaining("made to revision 1, but revision 2 is current, saved by 'bob'");
        assertThat(store().current().configuration()).isEqualTo(group("Database"));
        assertThat(store().history()).hasSize(2);
    }

    @Test
    void shouldWriteNothingForTheSameMeaning() throws Exception {
        String one = "  - {groupName: One, region: us-east-1, serverSelectionTags: {a: b}}\n";
        String two = "  - {groupName: Two, region: us-east-1, sourceServerIds: [s-1234567890abcdef0]}\n";
        store().replace(0, Configurations.of("protectionGroups:\n" + one + two), by("alice"));
        byte[] before = Files.readAllBytes(temp.resolve("store/configuration.json"));

        StoredConfiguration same = store().replace(
                        1,
                        Configurations.of("exportMetadata: {exportedBy: me}\nprotectionGroups:\n" + two + one),
                        by("bob"));

        assertThat(same.revision()).isEqualTo(1);
        assertThat(Files.readAllBytes(temp.resolve("store/configuration.json"))).isEqualTo(before);
        assertThat(store().history()).hasSize(1);
    }

    @Test
    void shouldRefuseErrorsAndStoreWarnings() throws Exception {
        DrConfiguration wrong = Configurations.unvalidated("protectionGroups: [{groupName: Web, region: us-east-1}]");
        DrConfiguration doubtful = Configurations.of(
                "protectionGroups: [{groupName: Web, region: xx-north-9, serverSelectionTags: {a: b}}]");

        assertThatThrownBy(() -> store().replace(0, wrong, by("alice")))
                .isInstanceOfSatisfying(InvalidConfigurationException.class, invalid -> assertThat(invalid.errors())
                        .hasSize(1))
                .hasMessageContaining("/protectionGroups/0/serverSelectionTags: The group selects no servers");
        assertThat(store().current().revision()).isZero();
        assertThat(store().replace(0, doubtful, by("alice")).revision()).isEqualTo(1);
    }

    /** Two names that an earlier version stored are corrected one after the other. */
    @Test
    void shouldLetStoredErrorsBeCorrectedOneByOne() throws Exception {
        String groups = "protectionGroups: [{groupName: '%s', region: us-east-1, serverSelectionTags: {a: b}},"
                + " {groupName: '%s', region: us-east-1, serverSelectionTags: {a: c}}]";
        store().replace(0, Configurations.of(groups.formatted("Web", "Data")), by("alice"));
        DrConfiguration bad = Configurations.unvalidated(groups.formatted("W\u202Eb", "D\u200Bta"));
        Files.write(
                temp.resolve("store/configuration.json"),
                RevisionFile.bytes(1, by("alice"), ConfigurationDiff.between(DrConfiguration.EMPTY, bad), bad));

        store().replace(1, Configurations.unvalidated(groups.formatted("Web", "D\u200Bta")), by("alice"));

        DrConfiguration third = Configurations.unvalidated(groups.formatted("Wob\u200B", "D\u200Bta"));
        assertThatThrownBy(() -> store().replace(2, third, by("alice")))
                .isInstanceOfSatisfying(InvalidConfigurationException.class, invalid -> assertThat(invalid.errors())
                        .hasSize(1));
        assertThat(store().replace(2, Configurations.of(groups.formatted("Web", "Data")), by("alice"))
                        .revision())
                .isEqualTo(3);
    }

    @Test
    void shouldTellWhoChangedWhatWhenAndWhyNewestFirst() throws Exception {
        store().replace(0, group("Web"), by("alice"));
        store().replace(
                        1,
                        group("Database"),
                        new Change(" bob ", NOON.plusSeconds(60), Change.Kind.CODE, "moved\n<b>"));

        List<HistoryEntry> history = store().history();

        assertThat(history).extracting(HistoryEntry::revision).containsExactly(2L, 1L);
        assertThat(history.get(0).change())
                .isEqualTo(new Change("bob", NOON.plusSeconds(60), Change.Kind.CODE, "moved\n<b>"));
        assertThat(DiffText.summary(history.get(0).counts()))
                .isEqualTo("1 protection group added, 1 protection group removed");
        assertThat(DiffText.lines(store().changes(2).orElseThrow(), 10))
                .containsExactly("- protection group 'Web'", "+ protection group 'Database'");
    }

    @Test
    void shouldPutAnOlderRevisionBackAsANewOne() throws Exception {
        store().replace(0, group("Web"), by("alice"));
        store().replace(1, group("Database"), by("bob"));

        StoredConfiguration back = store().rollback(2, 1, new Change("carol", NOON, Change.Kind.ROLLBACK, "undo"));

        assertThat(back).isEqualTo(new StoredConfiguration(3, group("Web")));
        assertThat(store().history()).hasSize(3);
        assertThatThrownBy(() -> store().rollback(3, 9, by("carol")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("Expected revision 9");
    }

    @Test
    void shouldForgetByNumber() throws Exception {
        HistoryPolicy three = new HistoryPolicy(3, Duration.ofDays(9));
        for (int number = 0; number < 6; number++) {
            store(three).replace(number, group("G" + number), by("alice"));
        }

        assertThat(store().history()).extracting(HistoryEntry::revision).containsExactly(6L, 5L, 4L);
        assertThat(store().at(3)).isEmpty();
        assertThat(store().changes(4)).as("recorded with the revision").isPresent();
    }

    @Test
    void shouldForgetByAgeButNeverTheCurrentRevision() throws Exception {
        HistoryPolicy aDay = new HistoryPolicy(100, Duration.ofDays(1));
        store(aDay).replace(0, group("Old"), at(NOON.minus(Duration.ofDays(3))));
        store(aDay).replace(1, group("Young"), at(NOON.minus(Duration.ofHours(23))));
        assertThat(store().history()).extracting(HistoryEntry::revision).containsExactly(2L);

        store(aDay).replace(2, group("Now"), at(NOON));

        assertThat(store().history()).extracting(HistoryEntry::revision).containsExactly(3L, 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "hello", "{\"sha256\":\"x\"}", "CUT", "BYTE"})
    void shouldRefuseADamagedFileAndLeaveItAsItIs(String damage) throws Exception {
        store().replace(0, group("Web"), by("alice"));
        Path file = temp.resolve("store/configuration.json");
        Files.write(file, damaged(Files.readAllBytes(file), damage));
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> store().current())
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageContaining("configuration.json is damaged")
                .hasMessageContaining("Put the newest good file of");
        assertThatThrownBy(() -> store().replace(1, group("Other"), by("bob")))
                .isInstanceOf(DamagedStoreException.class);
        assertThatThrownBy(() -> store().history()).isInstanceOf(DamagedStoreException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static byte[] damaged(byte[] good, String damage) {
        String text = new String(good, StandardCharsets.UTF_8);
        return switch (damage) {
            case "CUT" -> text.substring(0, text.length() - 40).getBytes(StandardCharsets.UTF_8);
            case "BYTE" -> text.replace("us-east-1", "us-west-1").getBytes(StandardCharsets.UTF_8);
            default -> damage.getBytes(StandardCharsets.UTF_8);
        };
    }

    @Test
    void shouldTakeAGoodCopyFromTheHistoryInItsPlaceAsTheMessageSays() throws Exception {
        store().replace(0, group("Web"), by("alice"));
        Path file = temp.resolve("store/configuration.json");
        Files.delete(file);

        assertThatThrownBy(() -> store().current())
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining("Copy revision-0000000001.json");
        assertThatThrownBy(() -> store().replace(0, group("Other"), by("bob")))
                .isInstanceOf(DamagedStoreException.class);

        Files.copy(temp.resolve("store/history/revision-0000000001.json"), file);
        assertThat(store().current()).isEqualTo(new StoredConfiguration(1, group("Web")));
    }

    @Test
    void shouldListADamagedEntryOfTheHistoryAndGoOn() throws Exception {
        store().replace(0, group("Web"), by("alice"));
        store().replace(1, group("Database"), by("bob"));
        Files.writeString(temp.resolve("store/history/revision-0000000001.json"), "gone");

        assertThat(store().history()).hasSize(2);
        assertThat(store().history().get(1).damage())
                .hasValueSatisfying(damage -> assertThat(damage).contains("is damaged"));
        assertThatThrownBy(() -> store().at(1)).isInstanceOf(DamagedStoreException.class);
        assertThat(store().replace(2, group("Cache"), by("carol")).revision()).isEqualTo(3);
    }

    @Test
    void shouldKeepUnknownFieldsAndIllegalHtmlAsTheyAre() throws Exception {
        DrConfiguration odd = Configurations.of("""
                owner: {team: "<script>"}
                protectionGroups:
                  - {groupName: "../../<img src=x>", region: us-east-1, serverSelectionTags: {a: "\\u2028"}, x: [1, 2.50]}
                """);

        store().replace(0, odd, by("alice"));

        assertThat(store().current().configuration()).isEqualTo(odd);
        try (var files = Files.walk(temp)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("no name of the document becomes a file's")
                    .noneMatch(name -> name.contains("img"));
        }
    }

    @Test
    void shouldLetOneOfManyWritersWinEachRevision() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<Integer>> wins = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            String name = "W" + writer;
            wins.add(writers.submit(() -> write(name)));
        }
        int total = 0;
        for (Future<Integer> win : wins) {
            total += win.get();
        }
        writers.shutdown();

        assertThat(store().current().revision()).isEqualTo(total).isGreaterThanOrEqualTo(10);
        assertThat(store().history()).hasSize(total);
    }

    /** Ten changes, each made to whatever is current; counts those that were taken. */
    private int write(String name) throws IOException, InvalidConfigurationException {
        int taken = 0;
        for (int number = 0; number < 10; number++) {
            try {
                store().replace(store().current().revision(), group(name + number), by(name));
                taken++;
            } catch (StaleConfigurationException lost) {
                continue;
            }
        }
        return taken;
    }
}
