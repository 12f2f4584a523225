package io.jenkins.plugins.drs.plugin.configuration.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.schedule.Purpose.GroovyText;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobDocumentTest {
    private static final PlanJobMark MARK = new PlanJobMark("Shop", Purpose.DRILL, "abc", false, false);

    private static RecoveryPlan plan(String name) {
        RecoveryPlan plan = Configurations.of("""
            protectionGroups: [{groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}}]
            recoveryPlans:
              - planName: Shop
                schedule: "H 3 * * 6"
                waves: [{waveName: First, protectionGroupName: Web}]
            """).recoveryPlans().get(0);
        return new RecoveryPlan(
                name, plan.description(), plan.rto(), plan.rpo(), plan.schedule(), plan.waves(), plan.unknown());
    }

    private static JobDefinition meaning(String name) {
        return Purpose.DRILL.meaning(plan(name), "H 3 * * 6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Shop", "Caf\u00e9 <&> \"x\" 'y'", "a'); evil('", "\\u0027 + x", "${plan} $1", "\u65e5\u672c"})
    void shouldMeanWhatItWasGivenAfterItWasWrittenAndRead(String name) throws Exception {
        JobDocument written = JobDocument.blank(-1).with(meaning(name)).with(MARK);

        JobDocument read = JobDocument.parse(written.xml());

        assertThat(read.meaning()).isEqualTo(meaning(name));
        assertThat(read.isDisabled()).isFalse();
    }

    @Test
    void shouldLeaveAllElseAsItIs() throws Exception {
        String xml = """
            <?xml version='1.1' encoding='UTF-8'?>
            <flow-definition plugin="workflow-job@1">
              <actions/>
              <description>old</description>
              <properties>
                <other.Property plugin="other@2"><kept>yes</kept></other.Property>
                <org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty>
                  <triggers>
                    <other.Trigger><spec>@daily</spec></other.Trigger>
                    <hudson.triggers.TimerTrigger><spec>@hourly</spec></hudson.triggers.TimerTrigger>
                  </triggers>
                </org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty>
              </properties>
              <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition"><script>x</script></definition>
            </flow-definition>
            """;

        String changed = JobDocument.parse(xml)
                .with(Purpose.DRILL.meaning(plan("Shop"), ""))
                .disabled(true)
                .xml();

        assertThat(changed)
                .contains("<other.Property plugin=\"other@2\"><kept>yes</kept></other.Property>")
                .contains("<other.Trigger><spec>@daily</spec></other.Trigger>")
                .doesNotContain("TimerTrigger", "@hourly")
                .contains("<disabled>true</disabled>");
    }

    @Test
    void shouldNotTakeWhatPagesDoToTextsForAChange() {
        JobDefinition made = new JobDefinition("Shop (drill)", "Two\nlines", "first\nsecond", true, "H 3 * * 6");

        assertThat(new JobDefinition("Shop (drill)", "Two\r\nlines ", "first\r\nsecond\r\n", true, "H 3 * * 6\r\n")
                        .hash())
                .isEqualTo(made.hash());
        assertThat(new JobDefinition("Shop (drill)", "Two\nlines", "first\nsecond", false, "H 3 * * 6").hash())
                .isNotEqualTo(made.hash());
        assertThat(new JobDefinition("Shop (drill)", "Two\nlines", "first\nother", true, "H 3 * * 6").hash())
                .isNotEqualTo(made.hash());
    }

    @Test
    void shouldRefuseDocumentTypes() {
        assertThatThrownBy(() -> JobDocument.parse("<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldNameJobsSoThatJenkinsTakesThem() {
        assertThat(JobPlace.name("Shop", Purpose.DRILL)).isEqualTo("Shop drill");
        assertThat(JobPlace.name("a/b?c*[x]:'y'", Purpose.CHECK)).isEqualTo("a_b_c__x___y_ check");
        assertThat(JobPlace.name("x".repeat(128), Purpose.DRILL)).hasSize(60 + " drill".length());
    }

    @Test
    void shouldQuoteForGroovySoThatNothingEndsTheText() {
        assertThat(GroovyText.quoted("a'b\\u0027\nc")).isEqualTo("'a\\'b\\\\u0027\\nc'");
    }
}
