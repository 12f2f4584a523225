package io.jenkins.plugins.drs.engine.document.store;

import static io.jenkins.plugins.drs.engine.document.Configurations.group;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreCrashTest {
    private static final HistoryPolicy TWO = new HistoryPolicy(2, Duration.ofDays(1));
    private static final Change CHANGE = new Change("alice", Instant.EPOCH, Change.Kind.EDIT, "");

    @TempDir
    private Path temp;

    @Test
    void shouldHoldTheOldOrTheNewRevisionAfterACrashInAnyStepOfTheThirdChange() throws Exception {
        List<Long> revisions = new ArrayList<>();
        boolean crashed = true;
        for (int step = 1; crashed; step++) {
            Path folder = temp.resolve("crash-" + step);
            new FolderStore(folder, TWO).replace(0, group("One"), CHANGE);
            new FolderStore(folder, TWO).replace(1, group("Two"), CHANGE);
            CrashingDisk disk = new CrashingDisk(step);

            attempt(new FolderStore(folder, TWO, disk));

            crashed = disk.hasCrashed();
            revisions.add(assertOldOrNew(folder));
        }

        assertThat(revisions)
                .as("old until the rename, new from then on")
                .isSorted()
                .contains(2L, 3L);
        assertThat(revisions).hasSizeGreaterThan(5);
    }

    @Test
    void shouldBeginAnewAfterACrashInAnyStepOfTheFirstChange() throws Exception {
        boolean crashed = true;
        for (int step = 1; crashed; step++) {
            Path folder = temp.resolve("first-" + step);
            CrashingDisk disk = new CrashingDisk(step);
            try {
                new FolderStore(folder, TWO, disk).replace(0, group("One"), CHANGE);
            } catch (CrashingDisk.Crash expected) {
                assertThat(disk.hasCrashed()).isTrue();
            }

            crashed = disk.hasCrashed();
            FolderStore store = new FolderStore(folder, TWO);
            long revision = store.current().revision();
            assertThat(store.replace(revision, group("Next"), CHANGE).revision())
                    .isEqualTo(revision + 1);
            assertThat(store.history()).hasSize((int) revision + 1);
        }
    }

    private static void attempt(FolderStore store) throws Exception {
        try {
            store.replace(2, group("Three"), CHANGE);
        } catch (CrashingDisk.Crash expected) {
            return;
        }
    }

    private static long assertOldOrNew(Path folder) throws Exception {
        FolderStore store = new FolderStore(folder, TWO);
        StoredConfiguration current = store.current();
        assertThat(current).isIn(new StoredConfiguration(2, group("Two")), new StoredConfiguration(3, group("Three")));
        assertThat(store.at(current.revision())).contains(current);
        assertThat(store.history().get(0).revision()).isEqualTo(current.revision());
        assertThat(store.at(current.revision() + 1)).isEmpty();
        assertGoesOn(store, current.revision());
        return current.revision();
    }

    private static void assertGoesOn(FolderStore store, long revision) throws Exception {
        store.replace(revision, group("Four"), CHANGE);

        assertThat(store.history()).extracting(HistoryEntry::revision).containsExactly(revision + 1, revision);
        assertThat(store.at(revision)).isPresent();
    }
}
