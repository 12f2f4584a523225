package io.jenkins.plugins.drs.plugin.configuration.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JobDifferencesTest {
    private static final RecoveryPlan PLAN =
            Configurations.of("""
            protectionGroups: [{groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}}]
            recoveryPlans: [{planName: Shop, waves: [{waveName: First, protectionGroupName: Web}]}]
            """).recoveryPlans().get(0);
    private static final JobDefinition WANTED = Purpose.CHECK.meaning(PLAN, "H 6 * * *");

    private static final String TRIGGERS = JobDocument.TRIGGERS;
    private static final String PARAMETERS = "hudson.model.ParametersDefinitionProperty";

    private static List<String> differences(String now) throws IOException {
        return JobDifferences.between(JobDocument.blank(-1).with(WANTED), JobDocument.parse(now));
    }

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
        assertThat(differences(made())).isEmpty();
        assertThat(differences(saved())).isEmpty();
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
        assertThat(differences(changed)).containsExactly(word);
    }

    private static String tag(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static String before(String end, String added) {
        return made().replace(end, added + end);
    }

    static Stream<Arguments> notAsItReads() {
        String definition = "<definition class=\"org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition\">";
        String timer = tag(JobDocument.TIMER, tag("spec", "* * * * *"));
        String discarder = "<jenkins.model.BuildDiscarderProperty>";
        return Stream.of(
                Arguments.of("script", before("</definition>", "<script>drsRecover plan: 'Shop'</script>")),
                Arguments.of("script", made().replace("drsCheck plan", "drs<b>Check</b> plan")),
                Arguments.of("script", made().replace("drsCheck", "drsCheck<!-- -->X")),
                Arguments.of("script", made().replace("<script>", "<script><![CDATA[drsRecover()]]>")),
                Arguments.of("script", made().replace("drsCheck", "\u2028drsCheck")),
                Arguments.of("script", made().replace("<script>", "<script class=\"x.Y\">")),
                Arguments.of("script", made().replace("<script>", "<script reference=\"../../x\">")),
                Arguments.of("definition of the pipeline", before("</flow-definition>", definition + "</definition>")),
                Arguments.of(
                        "definition of the pipeline",
                        made().replace(definition, definition.replace("class=", "reference=\"../x\" class="))),
                Arguments.of(
                        "definition of the pipeline",
                        made().replace(definition, definition.replace("class=", "resolves-to=\"x.Y\" class="))),
                Arguments.of("properties", before("</flow-definition>", tag("properties", "<" + PARAMETERS + "/>"))),
                Arguments.of(
                        "BuildDiscarderProperty",
                        made().replace(discarder, discarder.replace(">", " class=\"" + PARAMETERS + "\">"))),
                Arguments.of("schedule", before("</triggers>", timer)),
                Arguments.of("schedule", made().replace("<spec>", "<tabs/><spec>")),
                Arguments.of(
                        "schedule",
                        made().replace("<" + JobDocument.TIMER + ">", "<" + JobDocument.TIMER + " class=\"evil.T\">")),
                Arguments.of("triggers", before("</properties>", tag(TRIGGERS, tag("triggers", timer)))),
                Arguments.of("quiet period", before("</flow-definition>", "<quietPeriod>86400</quietPeriod>")),
                Arguments.of("type of the job", made().replace("<flow-definition>", "<flow-definition class=\"x.Y\">")),
                Arguments.of(
                        "EnvInjectJobProperty",
                        before("</properties>", tag("org.jenkinsci.plugins.envinject.EnvInjectJobProperty", ""))));
    }

    @ParameterizedTest
    @MethodSource("notAsItReads")
    void shouldFindWhatJenkinsReadsOtherwiseThanItStands(String word, String changed) throws IOException {
        assertThat(changed).isNotEqualTo(made());
        assertThat(differences(changed)).containsExactly(word);
    }

    @Test
    void shouldNotMindHowATextIsWrittenOrWhichPluginWroteIt() throws IOException {
        String rewritten = made().replace("drsCheck", "drs&#67;<![CDATA[heck]]>")
                .replace("<definition ", "<definition plugin=\"workflow-cps@2\" ")
                .replace("<disabled>false", "<disabled>true");

        assertThat(differences(rewritten)).isEmpty();
    }

    @Test
    void shouldKeepNothingButWhatPeopleMaySetWhenAJobIsMadeAnew() throws IOException {
        String changed = saved().replace("<properties>", "<properties><hudson.model.ParametersDefinitionProperty/>")
                .replace("drsCheck", "drsRecover");

        JobDocument anew = JobDocument.parse(
                JobDocument.blankLike(JobDocument.parse(changed)).with(WANTED).xml());

        assertThat(differences(anew.xml())).isEmpty();
        assertThat(anew.xml()).contains("USER:hudson.model.Item.Read:ann", "<numToKeep>50</numToKeep>");
    }
}
