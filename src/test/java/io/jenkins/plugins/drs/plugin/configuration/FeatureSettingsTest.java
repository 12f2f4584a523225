package io.jenkins.plugins.drs.plugin.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.plugin.run.Feature;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each feature has a switch of its own. */
class FeatureSettingsTest {
    private static final Map<Feature, BiConsumer<FeatureSettings, Boolean>> SWITCHES = Map.of(
            Feature.AUTOMATION_ACTIONS, FeatureSettings::setAutomationActions,
            Feature.DETAILED_RESULTS, FeatureSettings::setDetailedResults,
            Feature.EXPORT_IMPORT, FeatureSettings::setExportImport,
            Feature.SIMULATOR, FeatureSettings::setSimulator,
            Feature.SYNC, FeatureSettings::setSync);

    @ParameterizedTest
    @EnumSource(Feature.class)
    void shouldSwitchOneFeatureAndNoOther(Feature feature) {
        FeatureSettings settings = new FeatureSettings();
        for (Feature each : Feature.values()) {
            assertThat(settings.isOn(each)).as(each.name()).isTrue();
        }

        SWITCHES.get(feature).accept(settings, false);

        for (Feature each : Feature.values()) {
            assertThat(settings.isOn(each)).as(each.name()).isEqualTo(each != feature);
        }
    }
}
