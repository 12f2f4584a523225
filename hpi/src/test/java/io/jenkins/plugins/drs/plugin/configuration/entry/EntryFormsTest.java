package io.jenkins.plugins.drs.plugin.configuration.entry;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.AbstractProject;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import hudson.util.FormValidation;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.StoredPlans;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.util.List;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundConstructor;

@WithJenkins
class EntryFormsTest {
    private static final String EVERYTHING = """
            targetAccounts:
              - {accountId: "012345678901", accountName: DR, assumeRoleName: Role, externalId: ext-1, contact: {mail: x}}
            protectionGroups:
              - groupName: Web & <Front>
                description: "two\\nlines"
                region: us-east-1
                accountId: "012345678901"
                serverSelectionTags: {Tier: web, Empty: ""}
                launchConfig:
                  instanceType: t3.medium
                  subnetId: subnet-12345678
                  securityGroupIds: [sg-12345678, sg-87654321]
                  launchDisposition: STOPPED
                  copyPrivateIp: false
                  copyTags: true
                  rightSizing: NONE
                  osByol: true
                  future: 1.50
                servers:
                  - {sourceServerId: s-1234567890abcdef0, launchConfig: {staticPrivateIp: 10.0.0.5}, note: mine}
                  - {sourceServerId: s-1234567890abcdef1}
              - {groupName: Db, region: us-east-1, sourceServerIds: [s-1234567890abcdef2, s-1234567890abcdef3]}
            recoveryPlans:
              - planName: Shop
                description: "What it is.\\n  And more."
                rto: PT1H
                rpo: PT15M
                schedule: "H 3 * * 6"
                costCenter: 4711
                waves:
                  - {waveName: First, protectionGroupName: Db, dependsOn: []}
                  - waveName: Second
                    protectionGroupNames: ["Web & <Front>"]
                    dependsOn: [First]
                    pauseBefore: true
                    maxWaitTime: 1800
                    onFailure: continue
                    validation: {statusChecks: false, ssmAgent: true, maxWaitTime: 60, deep: {er: true}}
                    preWaveActions:
                      - name: Stop
                        documentName: DR-Stop
                        documentVersion: "1"
                        parameters: {Services: [a, "b c"], Script: "one\\ntwo", Json: '["x"]', None: [], Empty: ""}
                        maxWaitTime: 300
                        onFailure: continue
                        region: us-east-1
                        accountId: "012345678901"
                        owner: me
                      - {name: Tell, documentName: DR-Tell}
                    postWaveActions: [{name: Smoke, documentName: DR-Smoke}]
            """;

    private static Holder roundTrip(JenkinsRule jenkins, Holder before) throws Exception {
        var project = jenkins.createFreeStyleProject();
        project.getBuildersList().add(before);
        jenkins.configRoundtrip(project);
        return project.getBuildersList().get(Holder.class);
    }

    @Test
    void shouldKeepEveryFieldOfEveryForm(JenkinsRule jenkins) throws Exception {
        StoredPlans.storeDocument(EVERYTHING);
        DrConfiguration all = StoredPlans.read(EVERYTHING);

        Holder after = roundTrip(
                jenkins,
                new Holder(
                        Entries.entry(all.recoveryPlans().get(0)),
                        Entries.entry(all.protectionGroups().get(0)),
                        Entries.entry(all.targetAccounts().get(0))));

        assertThat(Entries.plan(after.getPlan())).isEqualTo(all.recoveryPlans().get(0));
        assertThat(Entries.group(after.getGroup())).isEqualTo(all.protectionGroups().get(0));
        assertThat(Entries.account(after.getAccount())).isEqualTo(all.targetAccounts().get(0));
    }

    @Test
    void shouldKeepAGroupThatListsItsServers(JenkinsRule jenkins) throws Exception {
        StoredPlans.storeDocument(EVERYTHING);
        DrConfiguration all = StoredPlans.read(EVERYTHING);

        Holder after = roundTrip(
                jenkins,
                new Holder(
                        Entries.entry(all.recoveryPlans().get(0)),
                        Entries.entry(all.protectionGroups().get(1)),
                        Entries.entry(all.targetAccounts().get(0))));

        assertThat(Entries.group(after.getGroup())).isEqualTo(all.protectionGroups().get(1));
    }

    @Test
    void shouldSayTheSameAsTheEngineWhileSomebodyTypes(JenkinsRule jenkins) {
        var group = descriptor(jenkins, GroupEntry.class, GroupEntry.DescriptorImpl.class);
        var plan = descriptor(jenkins, PlanEntry.class, PlanEntry.DescriptorImpl.class);
        var launch = descriptor(jenkins, LaunchEntry.class, LaunchEntry.DescriptorImpl.class);

        assertThat(group.doCheckRegion("us-east-1").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(group.doCheckRegion("us-east-1a")).hasMessageContaining("Expected a Region code");
        assertThat(group.doCheckGroupName("")).hasMessageContaining("The group name is missing");
        assertThat(group.doCheckSourceServerIdLines("s-1234567890abcdef0\nserver1").kind)
                .isEqualTo(FormValidation.Kind.ERROR);
        assertThat(plan.doCheckSchedule("H 3 * *")).hasMessageContaining("Expected five fields");
        assertThat(plan.doCheckRto("soon")).hasMessageContaining("Expected a duration");
        assertThat(plan.doCheckRto("").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(launch.doCheckSubnetId("<b>x</b>").renderHtml()).doesNotContain("<b>x");
    }

    @Test
    void shouldOfferWhatIsStored(JenkinsRule jenkins) throws Exception {
        StoredPlans.storeDocument(EVERYTHING);
        var wave = descriptor(jenkins, WaveEntry.class, WaveEntry.DescriptorImpl.class);
        var group = descriptor(jenkins, GroupEntry.class, GroupEntry.DescriptorImpl.class);

        assertThat(wave.doFillProtectionGroupItems("gone")).extracting("value")
                .containsExactly("", "Web & <Front>", "Db", "gone");
        assertThat(wave.doFillDependencyItems("shop")).containsExactly("First", "Second");
        assertThat(group.doFillAccountIdItems("")).extracting("value").containsExactly("", "012345678901");
    }

    private static <T extends Descriptor<?>> T descriptor(JenkinsRule jenkins, Class<?> entry, Class<T> type) {
        return type.cast(jenkins.jenkins.getDescriptorOrDie(entry.asSubclass(Describable.class)));
    }

    @Test
    void shouldHaveHelpForEveryField(JenkinsRule jenkins) {
        for (Class<?> type : List.of(
                AccountEntry.class,
                GroupEntry.class,
                TagEntry.class,
                ServerEntry.class,
                LaunchEntry.class,
                PlanEntry.class,
                WaveEntry.class,
                ValidationEntry.class,
                ActionEntry.class,
                ParameterEntry.class,
                DisasterRecoveryConfiguration.class)) {
            List<String> fields = type == DisasterRecoveryConfiguration.class
                    ? List.of("targetAccounts", "protectionGroups", "recoveryPlans", "history", "drillJobs")
                    : DescribableModel.of(type).getParameters().stream()
                            .map(parameter -> parameter.getName())
                            .toList();
            assertThat(fields)
                    .isNotEmpty()
                    .allMatch(field -> hasHelp(type, "help-" + field + ".html"), "has help in " + type);
        }
    }

    private static boolean hasHelp(Class<?> type, String file) {
        return type != null
                && (type.getResource(type.getSimpleName() + "/" + file) != null || hasHelp(type.getSuperclass(), file));
    }

    /** A page that has nothing but the entries. */
    public static final class Holder extends Builder {
        private final PlanEntry plan;
        private final GroupEntry group;
        private final AccountEntry account;

        @DataBoundConstructor
        public Holder(PlanEntry plan, GroupEntry group, AccountEntry account) {
            this.plan = plan;
            this.group = group;
            this.account = account;
        }

        public PlanEntry getPlan() {
            return plan;
        }

        public GroupEntry getGroup() {
            return group;
        }

        public AccountEntry getAccount() {
            return account;
        }

        @TestExtension
        public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
            @Override
            public boolean isApplicable(Class<? extends AbstractProject> type) {
                return true;
            }
        }
    }
}
