package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class StepFormsTest {

    @Test
    void shouldKeepWhatFormsShow(JenkinsRule jenkins) throws Exception {
        new SimulatedAws().useIn(jenkins);
        StepConfigTester tester = new StepConfigTester(jenkins);

        jenkins.assertEqualDataBoundBeans(drill(), tester.configRoundTrip(drill()));
        DrsRecoverStep recover = new DrsRecoverStep("shop");
        recover.setPlanFile("dr/plan.yaml");
        jenkins.assertEqualDataBoundBeans(recover, tester.configRoundTrip(recover));
        DrsWaveStep wave = new DrsWaveStep("Database");
        jenkins.assertEqualDataBoundBeans(wave, tester.configRoundTrip(wave));
        DrsWavesStep waves = new DrsWavesStep();
        waves.setPlan("shop");
        waves.setKeepInstances(true);
        jenkins.assertEqualDataBoundBeans(waves, tester.configRoundTrip(waves));
        DrsCleanupStep cleanup = new DrsCleanupStep();
        cleanup.setPlanFile("dr/plan.yaml");
        jenkins.assertEqualDataBoundBeans(cleanup, tester.configRoundTrip(cleanup));
        DrsCheckStep check = new DrsCheckStep();
        check.setPropagate(false);
        jenkins.assertEqualDataBoundBeans(check, tester.configRoundTrip(check));
        DrsImportStep imported = new DrsImportStep("a.json");
        imported.setOnConflict("skip");
        jenkins.assertEqualDataBoundBeans(imported, tester.configRoundTrip(imported));
        DrsExportStep exported = new DrsExportStep("b.json");
        exported.setPlanFile("a.yaml");
        jenkins.assertEqualDataBoundBeans(exported, tester.configRoundTrip(exported));
        DrsSyncStep sync = new DrsSyncStep("dr/plans.yaml");
        sync.setOnManualChange("keep");
        sync.setOnNotAllowed("fail");
        sync.setWriteBack("dr/back.yaml");
        sync.setPlanParameter("PLAN");
        sync.setCheck(false);
        sync.setPropagate(false);
        jenkins.assertEqualDataBoundBeans(sync, tester.configRoundTrip(sync));
        assertThat(tester.configRoundTrip(sync).getTriggers()).isNull();
        assertThat(tester.configRoundTrip(automation()).getParameters())
                .isEqualTo(automation().getParameters());
    }

    @Test
    void shouldGenerateSnippets(JenkinsRule jenkins) throws Exception {
        assertThat(Snippetizer.object2Groovy(drill()))
                .isEqualTo("drsDrill concurrency: 'wait', credentialsId: 'aws-dr', onPartial: 'failure', plan: 'shop', "
                        + "planFile: 'dr/plan.yaml', timeoutMinutes: 90");
        assertThat(Snippetizer.object2Groovy(new DrsWaveStep("Database"))).isEqualTo("drsWave 'Database'");
        assertThat(Snippetizer.object2Groovy(automation()))
                .isEqualTo("ssmAction document: 'DR-Check', parameters: [Url: 'https://x', Names: ['a', 'b']], "
                        + "region: 'eu-west-1'");
    }

    @Test
    void shouldHaveHelpForEveryField(JenkinsRule jenkins) {
        for (StepDescriptor descriptor : StepDescriptor.all()) {
            if (!descriptor.clazz.getName().startsWith("io.jenkins.plugins.drs")) {
                continue;
            }
            assertThat(descriptor.clazz).matches(step -> hasHelp(step, "help.html"));
            DescribableModel.of(descriptor.clazz).getParameters().forEach(parameter -> assertThat(descriptor.clazz)
                    .as(parameter.getName())
                    .matches(step -> hasHelp(step, "help-" + parameter.getName() + ".html")));
        }
    }

    private static boolean hasHelp(Class<?> type, String file) {
        return type != null
                && (type.getResource(type.getSimpleName() + "/" + file) != null || hasHelp(type.getSuperclass(), file));
    }

    @Test
    void shouldKeepGlobalConfiguration(JenkinsRule jenkins) throws Exception {
        new SimulatedAws().useIn(jenkins);
        DisasterRecoveryConfiguration before = DisasterRecoveryConfiguration.get();
        before.setUseSimulator(true);
        before.setSimulatorTimeScale(120);
        before.setDefaultRegion("eu-central-1");
        before.setDefaultCredentialsId(SimulatedAws.CREDENTIALS);
        before.setEndpointOverride("http://127.0.0.1:4566");

        jenkins.configRoundtrip();

        DisasterRecoveryConfiguration after = DisasterRecoveryConfiguration.get();
        assertThat(after.isUseSimulator()).isTrue();
        assertThat(after.getSimulatorTimeScale()).isEqualTo(120);
        assertThat(after.getDefaultRegion()).isEqualTo("eu-central-1");
        assertThat(after.getDefaultCredentialsId()).isEqualTo(SimulatedAws.CREDENTIALS);
        assertThat(after.getEndpointOverride()).isEqualTo("http://127.0.0.1:4566");
        assertThat(after.isAllowControllerCredentials()).isFalse();
    }

    private static DrsDrillStep drill() {
        DrsDrillStep step = new DrsDrillStep();
        step.setPlanFile("dr/plan.yaml");
        step.setPlan("shop");
        step.setCredentialsId(SimulatedAws.CREDENTIALS);
        step.setOnPartial("failure");
        step.setConcurrency("wait");
        step.setTimeoutMinutes(90);
        return step;
    }

    private static SsmActionStep automation() {
        SsmActionStep step = new SsmActionStep("DR-Check");
        step.setRegion("eu-west-1");
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("Url", "https://x");
        parameters.put("Names", List.of("a", "b"));
        step.setParameters(parameters);
        return step;
    }
}
