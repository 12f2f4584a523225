package io.jenkins.plugins.drs.plugin.configuration.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamesTest {
    private static DrConfiguration plans(String... plans) {
        return Configurations.of("""
                protectionGroups:
                  - {groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}}
                  - {groupName: Db, region: us-east-1, serverSelectionTags: {Tier: db}}
                recoveryPlans:
                """ + String.join("", plans));
    }

    private static String plan(String name, String group) {
        return "  - {planName: " + name + ", waves: [{waveName: Only, protectionGroupName: " + group + "}]}\n";
    }

    @Test
    void shouldSeeARenameWhereTheWavesStayed() {
        DrConfiguration before = plans(plan("A", "Web"), plan("B", "Db"));

        assertThat(Renames.between(before, plans(plan("C", "Web"), plan("D", "Db"))))
                .isEqualTo(Map.of("A", "C", "B", "D"));
    }

    @Test
    void shouldSeeARenameWhereNothingElseChanged() {
        DrConfiguration before = plans(plan("A", "Web"), plan("B", "Db"));

        assertThat(Renames.between(before, plans(plan("C", "Db"), plan("B", "Db"))))
                .isEqualTo(Map.of("A", "C"));
    }

    @Test
    void shouldNotTakeOtherPlansForRenamedOnes() {
        DrConfiguration before = plans(plan("A", "Web"), plan("B", "Db"));

        assertThat(Renames.between(before, plans(plan("C", "Db"), plan("D", "Web"))))
                .isEmpty();
        assertThat(Renames.between(before, plans(plan("B", "Db"), plan("A", "Web"))))
                .isEmpty();
        assertThat(Renames.between(before, plans(plan("C", "Web")))).isEmpty();
    }
}
