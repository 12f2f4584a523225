package io.jenkins.plugins.drs.engine.document.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.ArbitraryConfigurations;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.sync.ItemPick.ItemKey;
import io.jenkins.plugins.drs.engine.document.sync.Reconciliation.SyncBase;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class ReconciliationPropertyTest {
    @Provide
    Arbitrary<DrConfiguration> any() {
        return ArbitraryConfigurations.valid();
    }

    private static SyncBase base(DrConfiguration synced) {
        return new SyncBase(Optional.of(synced), Optional.empty(), DrConfiguration.EMPTY);
    }

    private static boolean same(DrConfiguration one, DrConfiguration other) {
        return ConfigurationDiff.between(one, other).isEmpty();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void shouldBecomeTheDocumentWhenItOverwrites(
            @ForAll("any") DrConfiguration synced,
            @ForAll("any") DrConfiguration stored,
            @ForAll("any") DrConfiguration wanted) {
        Reconciliation found = Reconciliation.of(base(synced), stored, wanted, OnManualChange.OVERWRITE);

        assertThat(same(found.target(), wanted)).isTrue();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void shouldBecomeTheDocumentWhenNobodyChangedAnything(
            @ForAll("any") DrConfiguration synced, @ForAll("any") DrConfiguration wanted) {
        Reconciliation found = Reconciliation.of(base(synced), synced, wanted, OnManualChange.KEEP);

        assertThat(same(found.target(), wanted)).isTrue();
        assertThat(found.manual().isEmpty()).isTrue();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void shouldKeepEveryChangeByHandAndNothingElse(
            @ForAll("any") DrConfiguration synced,
            @ForAll("any") DrConfiguration stored,
            @ForAll("any") DrConfiguration wanted) {
        Reconciliation found = Reconciliation.of(base(synced), stored, wanted, OnManualChange.KEEP);
        Set<ItemKey> byHand = ItemKey.differing(synced, stored);

        assertThat(Collections.disjoint(byHand, ItemKey.differing(stored, found.target())))
                .isTrue();
        Set<ItemKey> notFollowed = new HashSet<>(ItemKey.differing(found.target(), wanted));
        notFollowed.removeAll(byHand);
        assertThat(notFollowed).isEmpty();
        assertThat(same(found.merged(), found.target())).isTrue();
        assertThat(same(
                        Reconciliation.of(base(wanted), found.target(), found.merged(), OnManualChange.FAIL)
                                .target(),
                        found.target()))
                .isTrue();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void shouldComeBackToWhereItBegan(
            @ForAll("any") DrConfiguration before,
            @ForAll("any") DrConfiguration made,
            @ForAll("any") DrConfiguration now) {
        DrConfiguration undone = Reconciliation.undone(before, made, now);
        Set<ItemKey> since = ItemKey.differing(made, now);

        assertThat(same(Reconciliation.undone(before, made, made), before)).isTrue();
        assertThat(Collections.disjoint(since, ItemKey.differing(undone, now))).isTrue();
        assertThat(since).containsAll(ItemKey.differing(undone, before));
    }
}
