package io.jenkins.plugins.drs.plugin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountRolesTest {
    private static final DrConfiguration CONFIGURATION = Configurations.of("""
            targetAccounts:
              - {accountId: "210987654321", accountName: Ledger, assumeRoleName: DrPrivateRole, externalId: ext-4711}
            protectionGroups:
              - {groupName: Web, region: us-east-1, accountId: "210987654321", serverSelectionTags: {Tier: web}}
            recoveryPlans: [{planName: Shop, waves: [{waveName: First, protectionGroupName: Web}]}]
            """);

    @TempDir
    private Path folder;

    @Test
    void shouldShowNoRoleAndNoExternalIdInWhatBuildsArchive() {
        DrConfiguration shown = AccountRoles.hidden(CONFIGURATION);

        String document = new String(PlanDocument.canonicalJson(shown, "Shop"), StandardCharsets.UTF_8);
        assertThat(document).contains("210987654321").doesNotContain("DrPrivateRole", "ext-4711");
    }

    @Test
    void shouldHideBothWhereAwsNamesThem() {
        assertThat(AccountRoles.secrets(CONFIGURATION))
                .containsExactly("DrPrivateRole", "role/DrPrivateRole", "ext-4711");
        assertThat(AccountRoles.secrets(AccountRoles.hidden(CONFIGURATION)))
                .as("so they are taken from what is kept beside the journal")
                .doesNotContain("DrPrivateRole");
    }

    @Test
    void shouldKnowRolesAgainAfterARestart() throws IOException {
        AccountRoles.write(folder, CONFIGURATION);

        assertThat(AccountRoles.restored(folder, AccountRoles.hidden(CONFIGURATION)))
                .isEqualTo(CONFIGURATION);
    }

    @Test
    void shouldTakeRolesFromTheJournalOfAnEarlierVersion() throws IOException {
        assertThat(AccountRoles.restored(folder, CONFIGURATION)).isEqualTo(CONFIGURATION);
    }
}
