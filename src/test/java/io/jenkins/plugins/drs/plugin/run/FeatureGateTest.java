package io.jenkins.plugins.drs.plugin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.store.HistoryPolicy;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.event.RunOptions.HostFindings;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a switched-off feature means for an execution, without a Jenkins. */
class FeatureGateTest {
    private static final Duration LIMIT = Duration.ofHours(3);

    /** Settings of which the features and the simulator matter here. */
    private record Settings(Set<Feature> off, boolean isUseSimulator) implements HostSettings {
        @Override
        public boolean isOn(Feature feature) {
            return !off.contains(feature);
        }

        @Override
        public double getSimulatorTimeScale() {
            return 1;
        }

        @Override
        public Optional<URI> endpoint() {
            return Optional.empty();
        }

        @Override
        public boolean isAllowControllerCredentials() {
            return false;
        }

        @Override
        public Optional<String> defaultCredentials() {
            return Optional.empty();
        }

        @Override
        public Optional<String> defaultRegionCode() {
            return Optional.empty();
        }

        @Override
        public HistoryPolicy historyPolicy() {
            return HistoryPolicy.DEFAULT;
        }
    }

    private static DrillRequest request(Mode mode, int actions) {
        String list = IntStream.range(0, actions)
                .mapToObj(number -> "{name: A" + number + ", documentName: Doc}")
                .collect(Collectors.joining(", "));
        String document = """
            protectionGroups:
              - {groupName: Web, region: us-east-1, sourceServerIds: [s-1111111111111111a]}
            recoveryPlans:
              - planName: Shop
                waves:
                  - {waveName: Only, protectionGroupName: Web, postWaveActions: [%s]}
            """.formatted(list);
        return new DrillRequest(
                "key",
                mode,
                DocumentReader.read(document.getBytes(StandardCharsets.UTF_8), "plan.yaml")
                        .configuration()
                        .orElseThrow(),
                "Shop",
                new DrillRequest.Limits(
                        new RunOptions(true, false, true, LIMIT), Optional.of(Duration.ofHours(1)), true),
                Optional.empty(),
                true);
    }

    private static HostFindings findings(DrillRequest wanted, Settings settings) {
        return FeatureGate.applied(wanted, settings).limits().options().found();
    }

    private static Settings off(Feature feature) {
        return new Settings(EnumSet.of(feature), false);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRILL", "CHECK", "RECOVERY"})
    void shouldFailThePreflightOfAPlanWithActions(Mode mode) {
        HostFindings found = findings(request(mode, 2), off(Feature.AUTOMATION_ACTIONS));

        assertThat(found.forbidsCalls()).isFalse();
        assertThat(found.checks()).singleElement().satisfies(check -> {
            assertThat(check.name()).isEqualTo("Automation actions");
            assertThat(check.subject()).isEqualTo("Shop");
            assertThat(check.message()).contains("switched off by an administrator", "(Only/A0, Only/A1)");
            assertThat(check.remedy()).contains("Manage Jenkins, System", "automationActions: true");
        });
    }

    @Test
    void shouldNameTenActionsAndCountTheRest() {
        HostFindings found = findings(request(Mode.DRILL, 12), off(Feature.AUTOMATION_ACTIONS));

        assertThat(found.checks().get(0).message())
                .contains("Only/A9 and 2 more")
                .doesNotContain("A10");
    }

    @Test
    void shouldAskNothingWhereTheSimulatorIsChosenAndSwitchedOff() {
        HostFindings found = findings(request(Mode.CHECK, 0), new Settings(EnumSet.of(Feature.SIMULATOR), true));

        assertThat(found.forbidsCalls()).isTrue();
        assertThat(found.checks()).singleElement().satisfies(check -> {
            assertThat(check.message()).contains("No call went to AWS instead");
            assertThat(check.remedy()).contains("simulator: true");
        });
    }

    @ParameterizedTest
    @EnumSource(Feature.class)
    void shouldLeaveAPlanAloneThatNeedsNothingOfIt(Feature feature) {
        DrillRequest plain = request(Mode.DRILL, 0);

        assertThat(FeatureGate.applied(plain, off(feature))).isSameAs(plain);
    }

    @Test
    void shouldLetCleanupsBeAndKeepEveryOtherOption() {
        DrillRequest cleanup = request(Mode.CLEANUP, 2);
        Settings nothing = new Settings(EnumSet.allOf(Feature.class), true);

        assertThat(FeatureGate.applied(cleanup, nothing)).isSameAs(cleanup);
        DrillRequest drill = request(Mode.DRILL, 2);
        DrillRequest refused = FeatureGate.applied(drill, nothing);
        assertThat(refused.limits().options().with(HostFindings.NONE))
                .isEqualTo(drill.limits().options());
        assertThat(refused.limits().timeout()).isEqualTo(drill.limits().timeout());
        assertThat(refused.limits().options().found().checks()).hasSize(2);
    }

    @Test
    void shouldKeepThatARequestWaitsWhileOthersHaveItsServers() throws IOException {
        DrillRequest waiting = request(Mode.DRILL, 1).waiting(true);

        DrillRequest hidden = new MaskedValues(Map.of("TOKEN", "a-masked-value")).hiddenIn(waiting);

        assertThat(FeatureGate.applied(hidden, off(Feature.AUTOMATION_ACTIONS)).patient())
                .isTrue();
    }
}
