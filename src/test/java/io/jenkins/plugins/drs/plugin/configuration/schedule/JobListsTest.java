package io.jenkins.plugins.drs.plugin.configuration.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JobListsTest {
    private static final String JOB = """
            <flow-definition plugin="workflow-job@1">
              <description>mine</description>
              <properties>
                <other.Property><text>stays</text></other.Property>
                <org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty>
                  <triggers>
                    <hudson.triggers.TimerTrigger plugin="core@1">
                      <spec>H 3 * * *</spec>
                    </hudson.triggers.TimerTrigger>
                  </triggers>
                </org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty>
              </properties>
            </flow-definition>
            """;

    private static String cron(String spec) {
        return "<list><hudson.triggers.TimerTrigger><spec>" + spec + "</spec></hudson.triggers.TimerTrigger></list>";
    }

    private static DesiredJob wish(String triggers, String parameters) {
        return new DesiredJob(triggers, parameters);
    }

    @Test
    void shouldFindNothingToChangeWhereOnlyLayoutDiffers() throws Exception {
        JobDocument document = JobDocument.parse(JOB);

        assertThat(new JobLists(document).follow(wish(cron("H 3 * * *"), null), List.of()))
                .isEmpty();
        assertThat(new JobLists(document).follow(wish(null, "<list/>"), List.of()))
                .isEmpty();
        assertThat(new JobLists(document).follow(wish(null, null), List.of())).isEmpty();
    }

    @Test
    void shouldChangeTriggersAndLeaveTheRest() throws Exception {
        JobDocument document = JobDocument.parse(JOB);

        assertThat(new JobLists(document).follow(wish(cron("H 4 * * *"), null), List.of()))
                .containsExactly("triggers: [TimerTrigger H 3 * * *] -> [TimerTrigger H 4 * * *]");

        JobDocument again = JobDocument.parse(document.xml());
        assertThat(again.meaning().schedule()).isEqualTo("H 4 * * *");
        assertThat(again.meaning().description()).isEqualTo("mine");
        assertThat(again.xml()).contains("<text>stays</text>").doesNotContain("H 3 * * *");
        assertThat(new JobLists(again).follow(wish(cron("H 4 * * *"), null), List.of()))
                .isEmpty();
    }

    @Test
    void shouldTellWhichOfTheParametersIsAnother() throws Exception {
        String parameters = "<list><hudson.model.BooleanParameterDefinition><name>DRILL</name>"
                + "<defaultValue>false</defaultValue></hudson.model.BooleanParameterDefinition>"
                + "<hudson.model.StringParameterDefinition><name>WHY</name></hudson.model.StringParameterDefinition></list>";
        JobDocument document = JobDocument.parse(JOB);
        new JobLists(document).follow(wish(null, parameters), List.of());

        assertThat(new JobLists(document).follow(wish(null, parameters.replace("false", "true")), List.of()))
                .containsExactly("parameters: [DRILL, WHY] -> [DRILL (changed), WHY]");
    }

    @Test
    void shouldRemoveAndAddWholeLists() throws Exception {
        String parameter = "<list><hudson.model.BooleanParameterDefinition><name>DRILL</name>"
                + "<defaultValue>true</defaultValue></hudson.model.BooleanParameterDefinition></list>";
        JobDocument document = JobDocument.parse(JOB);

        assertThat(new JobLists(document).follow(wish("<list/>", parameter), List.of()))
                .containsExactly("triggers: [TimerTrigger H 3 * * *] -> []", "parameters: [] -> [DRILL]");

        assertThat(document.xml())
                .doesNotContain("PipelineTriggersJobProperty")
                .contains("hudson.model.ParametersDefinitionProperty", "<name>DRILL</name>");
        assertThat(new JobLists(JobDocument.parse(document.xml())).follow(wish("<list/>", parameter), List.of()))
                .isEmpty();
    }
}
