package io.jenkins.plugins.drs.plugin.pages.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.FieldChange;
import io.jenkins.plugins.drs.engine.document.diff.ItemChange;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.plugin.pages.shared.DiffView;
import io.jenkins.plugins.drs.plugin.pages.shared.ProblemView;
import io.jenkins.plugins.drs.plugin.run.ServerLookups.ServerLookup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names that earlier versions stored, and what AWS says, may hold characters that are refused today. */
class HiddenCharactersTest {
    private static final String BIDI = "a\u202Eb\u200Bc\u009Bd\uDB40\uDC41";
    private static final String SHOWN = "a<U+202E>b<U+200B>c<U+009B>d<U+E0041>";

    @Test
    void shouldShowThemInNamesOfWavesAndGroups() {
        RecoveryPlan plan = plan();
        WaveView wave = new WaveView(plan, 0, Optional.empty());

        assertThat(wave.getName()).isEqualTo(SHOWN);
        assertThat(wave.getGroups()).extracting(WaveView.Group::getName).containsExactly(SHOWN);
        assertThat(GraphLayout.of(plan).getBoxes()).allSatisfy(box -> {
            assertThat(box.getName()).isEqualTo(SHOWN);
            assertThat(box.getLabel()).startsWith("a<U+202E>");
        });
    }

    @Test
    void shouldShowThemInWhatAwsSaysOfServers() {
        var server = new ServerLookup.Server("s-1", BIDI, BIDI, Optional.empty(), Optional.of(BIDI + "\n"));
        var selected = new ServerLookup.Selected(List.of(server), Optional.of(BIDI));
        var found = new ServerLookup("u", Instant.EPOCH, Optional.of(Map.of(BIDI, selected)));
        WaveView.Group group = new WaveView(plan(), 0, Optional.of(new ServersView(found)))
                .getGroups()
                .get(0);

        assertThat(group.getFailure()).isEqualTo(SHOWN);
        assertThat(group.getServers()).singleElement().satisfies(row -> {
            assertThat(row.getHostname()).isEqualTo(SHOWN);
            assertThat(row.getState()).isEqualTo(SHOWN);
            assertThat(row.getError()).isEqualTo(SHOWN + " ");
        });
    }

    @Test
    void shouldShowThemInDifferencesAndProblems() {
        ItemChange change = new ItemChange(
                ItemKind.values()[0],
                BIDI,
                ItemChange.Type.CHANGED,
                List.of(new FieldChange("/" + BIDI, BIDI, List.of(BIDI))));
        DiffView.Item item = DiffView.of(new ConfigurationDiff(List.of(change)), each -> true)
                .getItems()
                .get(0);

        assertThat(item.getName()).isEqualTo(SHOWN);
        assertThat(item.getFields()).singleElement().satisfies(field -> {
            assertThat(field.getPath()).isEqualTo(" / " + SHOWN);
            assertThat(field.getBefore()).isEqualTo(SHOWN);
            assertThat(field.getAfter()).isEqualTo("[" + SHOWN + "]");
        });
        assertThat(ProblemView.of(Problem.error("/" + BIDI, BIDI, BIDI)).getText())
                .doesNotContain("\u202E");
        assertThat(ProblemView.of(Problem.error("/" + BIDI, "x", "y")).getPlace())
                .isEqualTo("/" + SHOWN);
    }

    private static RecoveryPlan plan() {
        RecoveryPlan plan = Configurations.of("""
                        protectionGroups:
                          - {groupName: G, region: us-east-1, sourceServerIds: [s-11111111111111111]}
                        recoveryPlans:
                          - {planName: P, waves: [{waveName: W, protectionGroupName: G}]}
                        """).recoveryPlans().get(0);
        Wave wave = plan.waves().get(0);
        return plan.withWaves(List.of(new Wave(
                BIDI,
                List.of(BIDI),
                wave.dependsOn(),
                wave.policy(),
                wave.preWaveActions(),
                wave.postWaveActions(),
                wave.unknown())));
    }
}
