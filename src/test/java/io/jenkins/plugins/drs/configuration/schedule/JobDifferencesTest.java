package io.jenkins.plugins.drs.configuration.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobDifferencesTest {
    private static final RecoveryPlan PLAN =
            Configurations.of("""
            protectionGroups: [{groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}}]
            recoveryPlans: [{planName: Shop, waves: [{waveName: First, protectionGroupName: Web}]}]
            """).recoveryPlans().get(0);
    private static final JobMeaning WANTED = Purpose.CHECK.meaning(PLAN, "H 6 * * *");

    private static String made() {
        return JobDocument.blank(50)
                .with(WANTED)
                .with(new PlanJobMark("Shop", Purpose.CHECK, "", true, false))
                .xml();
    }

    /** As Jenkins writes the job after somebody saved its page. */
    private static String saved() {
        return made().replace(
                        "<flow-definition>",
                        "<flow-definition plugin=\"workflow-job@1\"><actions/>"
                                + "<keepDependencies>false</keepDependencies><triggers/>")
                .replace(
                        "<properties>",
                        "<properties><hudson.security.AuthorizationMatrixProperty><permission>"
                                + "USER:hudson.model.Item.Read:ann</permission></hudson.security.AuthorizationMatrixProperty>");
    }

    @Test
    void shouldFindNoneInAJobThatIsAsItWasMade() throws IOException {
        assertThat(JobDifferences.of(JobDocument.parse(made()), WANTED)).isEmpty();
        assertThat(JobDifferences.of(JobDocument.parse(saved()), WANTED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "drsCheck plan: 'Shop' | drsRecover plan: 'Shop', confirm: 'Shop' | script",
                "<sandbox>true | <sandbox>false | sandbox",
                "H 6 * * * | * * * * * | schedule",
                "<flow-definition> | <flow-definition><authToken>x</authToken> | a token to trigger builds remotely",
                "<flow-definition> | <flow-definition><actions><evil.Action/></actions> | actions",
                "<properties> | <properties><hudson.model.ParametersDefinitionProperty/> | parameters",
                "<properties> | <properties><evil.Property/> | Property",
                "<triggers> | <triggers><jenkins.triggers.ReverseBuildTrigger/> | trigger ReverseBuildTrigger",
                "</script> | </script><lightweight/> | definition of the pipeline: lightweight",
                "cps.CpsFlowDefinition | cps.CpsScmFlowDefinition | definition of the pipeline",
                "DisableConcurrentBuildsJobProperty/> | DisableConcurrentBuildsJobProperty><abortPrevious>true"
                        + "</abortPrevious></org.jenkinsci.plugins.workflow.job.properties.DisableConcurrentBuildsJobProperty>"
                        + " | builds at the same time",
            })
    void shouldFindWhateverSomebodyChangedThatBuildsHeed(String before, String after, String word) throws IOException {
        String changed = made().replace(before, after);

        assertThat(changed).isNotEqualTo(made());
        assertThat(JobDifferences.of(JobDocument.parse(changed), WANTED)).containsExactly(word);
    }

    @Test
    void shouldKeepNothingButWhatPeopleMaySetWhenAJobIsMadeAnew() throws IOException {
        String changed = saved().replace("<properties>", "<properties><hudson.model.ParametersDefinitionProperty/>")
                .replace("drsCheck", "drsRecover");

        JobDocument anew = JobDocument.parse(
                JobDocument.blankLike(JobDocument.parse(changed)).with(WANTED).xml());

        assertThat(JobDifferences.of(anew, WANTED)).isEmpty();
        assertThat(anew.xml()).contains("USER:hudson.model.Item.Read:ann", "<numToKeep>50</numToKeep>");
    }
}
