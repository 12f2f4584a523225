package io.jenkins.plugins.drs.plugin.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hudson.Functions;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.HistoryEntry;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ConfigurationAsCodeTest {
    private static final String CODE = """
            unclassified:
              disasterRecovery:
                defaultRegion: eu-west-1
                drillJobs: {folder: "recovery", checkSchedule: "H 6 * * *"}
                history: {revisions: 50, days: 90}
                features: {exportImport: false}
                recoverJobs: [{job: "platform/recover"}]
                syncJobs: [{job: "platform/recovery", branches: "main release-*"}, {job: nightly}]
                targetAccounts:
                  - {accountId: "012345678901", accountName: DR, assumeRoleName: Role, externalId: ext-1}
                protectionGroups:
                  - groupName: Web
                    region: us-east-1
                    accountId: "012345678901"
                    serverSelectionTags: [{key: Tier, value: web}]
                    launchConfig: {instanceType: t3.medium, securityGroupIds: [sg-12345678], copyTags: true}
                    servers: [{sourceServerId: s-1234567890abcdef0, launchConfig: {staticPrivateIp: 10.0.0.5}}]
                  - {groupName: Db, region: us-east-1, sourceServerIds: [s-1234567890abcdef2]}
                recoveryPlans:
                  - planName: Shop
                    rto: PT1H
                    furtherFields: '{"costCenter":4711}'
                    waves:
                      - {waveName: First, protectionGroupNames: [Db], dependsOn: [], maxWaitTime: 1800}
                      - waveName: Second
                        protectionGroupNames: [Web]
                        atOnce: true
                        pauseBefore: true
                        validation: {ssmAgent: true}
                        preWaveActions:
                          - name: Stop
                            documentName: DR-Stop
                            parameters: [{name: Services, values: [a, b]}]
            """;

    @TempDir
    Path temp;

    private void configure(String code) throws Exception {
        Path file = temp.resolve("jenkins.yaml");
        Files.writeString(file, code);
        ConfigurationAsCode.get().configure(file.toString());
    }

    private static DrConfiguration stored() throws Exception {
        return PlanStore.get().current().configuration();
    }

    @Test
    void shouldStoreEverythingAsOneChange(JenkinsRule jenkins) throws Exception {
        configure(CODE);

        assertThat(stored()).isEqualTo(StoredPlans.read("""
                targetAccounts:
                  - {accountId: "012345678901", accountName: DR, assumeRoleName: Role, externalId: ext-1}
                protectionGroups:
                  - groupName: Web
                    region: us-east-1
                    accountId: "012345678901"
                    serverSelectionTags: {Tier: web}
                    launchConfig: {instanceType: t3.medium, securityGroupIds: [sg-12345678], copyTags: true}
                    servers: [{sourceServerId: s-1234567890abcdef0, launchConfig: {staticPrivateIp: 10.0.0.5}}]
                  - {groupName: Db, region: us-east-1, sourceServerIds: [s-1234567890abcdef2]}
                recoveryPlans:
                  - planName: Shop
                    rto: PT1H
                    costCenter: 4711
                    waves:
                      - {waveName: First, protectionGroupName: Db, dependsOn: [], maxWaitTime: 1800}
                      - waveName: Second
                        protectionGroupName: Web
                        dependsOn: []
                        pauseBefore: true
                        validation: {ssmAgent: true}
                        preWaveActions: [{name: Stop, documentName: DR-Stop, parameters: {Services: [a, b]}}]
                """));
        assertThat(PlanStore.get().history())
                .extracting(HistoryEntry::change)
                .extracting(Change::who, Change::kind)
                .containsExactly(tuple("SYSTEM", Change.Kind.CODE));
        assertThat(DisasterRecoveryConfiguration.get().getDrillJobs().getFolder()).isEqualTo("recovery");
        assertThat(DisasterRecoveryConfiguration.get().historyPolicy().most()).isEqualTo(50);
        assertThat(DisasterRecoveryConfiguration.get().getFeatures().isExportImport())
                .isFalse();
        assertThat(DisasterRecoveryConfiguration.get().getFeatures().isSync()).isTrue();
        assertThat(DisasterRecoveryConfiguration.get().getSyncJobs())
                .extracting(SyncJob::getJob, SyncJob::getBranches)
                .containsExactly(tuple("platform/recovery", "main release-*"), tuple("nightly", ""));
    }

    @Test
    void shouldWriteNothingWhenNothingChanged(JenkinsRule jenkins) throws Exception {
        configure(CODE);
        long revision = PlanStore.get().current().revision();

        configure(CODE);
        configure("unclassified:\n  disasterRecovery:\n    defaultRegion: eu-west-2\n");

        assertThat(PlanStore.get().current().revision()).isEqualTo(revision);
        assertThat(stored().recoveryPlans()).hasSize(1);
    }

    @Test
    void shouldExportWhatItCanLoad(JenkinsRule jenkins) throws Exception {
        configure(CODE);
        DrConfiguration before = stored();
        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(exported);
        String all = exported.toString(StandardCharsets.UTF_8);
        String ours = section(all, "unclassified", "disasterRecovery");

        StoredPlans.store();
        configure("unclassified:\n" + ours);

        assertThat(all).doesNotContain("FAILED TO EXPORT");
        assertThat(stored()).isEqualTo(before);
    }

    /** The lines of a block within a block, with their indentation. */
    private static String section(String yaml, String outer, String inner) {
        String within = yaml.substring(yaml.indexOf(outer + ":\n"));
        String from = within.substring(within.indexOf("  " + inner + ":\n"));
        int end = from.length();
        var next = Pattern.compile("\\n( {2})?[a-zA-Z]").matcher(from);
        return next.find() ? from.substring(0, next.start() + 1) : from.substring(0, end);
    }

    @Test
    void shouldNameEveryProblemAndStoreNothing(JenkinsRule jenkins) throws Exception {
        configure(CODE);
        DrConfiguration before = stored();

        assertThatThrownBy(() -> configure("""
                unclassified:
                  disasterRecovery:
                    recoveryPlans:
                      - planName: Shop
                        rto: soon
                        waves: [{waveName: Only, protectionGroupNames: [Wbe]}]
                """)).satisfies(refused -> assertThat(Functions.printThrowable(refused))
                .contains("2 errors", "recoveryPlans/0/rto", "Expected a duration", "no protection group 'Wbe'"));
        assertThat(stored()).isEqualTo(before);
    }
}
