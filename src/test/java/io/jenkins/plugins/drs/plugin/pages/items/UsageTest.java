package io.jenkins.plugins.drs.plugin.pages.items;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final DrConfiguration STORED = Configurations.of("""
            targetAccounts:
              - {accountId: "111111111111", assumeRoleName: R}
              - {accountId: "222222222222", assumeRoleName: R}
            protectionGroups:
              - {groupName: Web, region: us-east-1, accountId: "111111111111", serverSelectionTags: {Tier: web}}
              - {groupName: Data, region: us-east-1, serverSelectionTags: {Tier: data}}
            recoveryPlans:
              - planName: Shop
                waves:
                  - waveName: First
                    protectionGroupName: web
                    postWaveActions: [{name: Look, documentName: DR-Look, accountId: "222222222222", region: us-east-1}]
              - planName: Bank
                waves: [{waveName: First, protectionGroupNames: [Web]}]
            """);

    @Test
    void shouldNameThePlansThatUseAGroupWhateverItsCase() {
        assertThat(Usage.ofGroups(STORED).of("WEB")).containsExactly("Shop", "Bank");
        assertThat(Usage.ofGroups(STORED).of("Data")).isEmpty();
    }

    @Test
    void shouldNameGroupsAndPlansThatWorkInAnAccount() {
        assertThat(Usage.ofAccounts(STORED).of("111111111111")).containsExactly("Web");
        assertThat(Usage.ofAccounts(STORED).of("222222222222")).containsExactly("Shop");
    }
}
