package io.jenkins.plugins.drs.plugin.configuration.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static final DrConfiguration STORED = Configurations.of("""
            targetAccounts: [{accountId: "111111111111", assumeRoleName: Role}]
            protectionGroups:
              - {groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}}
              - {groupName: Db, region: us-east-1, serverSelectionTags: {Tier: db}}
            recoveryPlans:
              - planName: Shop
                waves:
                  - {waveName: First, protectionGroupName: db, owner: me}
                  - {waveName: Second, protectionGroupName: Web}
              - planName: Site
                waves: [{waveName: Only, protectionGroupNames: [Web, Db]}]
            """);

    private static ProtectionGroup renamed(ProtectionGroup group, String name) {
        return new ProtectionGroup(
                name,
                group.description(),
                group.target(),
                group.selection(),
                group.launchSettings(),
                group.serverOverrides(),
                group.unknown());
    }

    @Test
    void shouldLeaveAChangedItemWhereItWas() {
        ProtectionGroup web = STORED.protectionGroups().get(0);

        DrConfiguration next = Edits.change("WEB", renamed(web, "Front")).apply(STORED);

        assertThat(next.protectionGroups())
                .extracting(ProtectionGroup::groupName)
                .containsExactly("Front", "Db");
    }

    @Test
    void shouldHaveTheWavesOfAllPlansFollowARenamedGroup() {
        ProtectionGroup db = STORED.protectionGroups().get(1);

        DrConfiguration next = Edits.change("Db", renamed(db, "Data")).apply(STORED);

        assertThat(next.recoveryPlans())
                .flatExtracting(RecoveryPlan::waves)
                .extracting("protectionGroupNames")
                .hasToString("[[Data], [Web], [Web, Data]]");
        assertThat(next.recoveryPlans().get(0).waves().get(0).unknown()).containsEntry("owner", "me");
    }

    @Test
    void shouldAddAtTheEndAndRemoveByName() {
        ProtectionGroup web = STORED.protectionGroups().get(0);

        DrConfiguration more = Edits.add(renamed(web, "Cache")).apply(STORED);
        DrConfiguration less =
                Edits.removePlan("shop").apply(Edits.removeGroup("WEB").apply(more));

        assertThat(more.protectionGroups())
                .extracting(ProtectionGroup::groupName)
                .containsExactly("Web", "Db", "Cache");
        assertThat(less.protectionGroups())
                .extracting(ProtectionGroup::groupName)
                .containsExactly("Db", "Cache");
        assertThat(less.recoveryPlans()).extracting(RecoveryPlan::planName).containsExactly("Site");
        assertThat(Edits.removeAccount("111111111111").apply(STORED).targetAccounts())
                .isEmpty();
    }

    @Test
    void shouldTellWhatItChanges() {
        ProtectionGroup web = STORED.protectionGroups().get(0);

        assertThat(Edits.change("web", web).subject(STORED)).isEqualTo(Optional.of(web));
        assertThat(Edits.add(web).subject(STORED)).isEmpty();
    }
}
