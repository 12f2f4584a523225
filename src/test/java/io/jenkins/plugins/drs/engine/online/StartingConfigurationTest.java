package io.jenkins.plugins.drs.engine.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StartingConfigurationTest {
    private final SortedMap<String, List<SourceServer>> servers = new TreeMap<>();
    private int count;

    private void server(String region, Map<String, String> tags) {
        String id = String.format("s-%017d", ++count);
        servers.computeIfAbsent(region, place -> new ArrayList<>())
                .add(new SourceServer(
                        id, "host-" + count, tags, true, "CONTINUOUS", Optional.empty(), Optional.empty()));
    }

    private static Map<String, String> tags(String application, String tier) {
        return Map.of("DR-Application", application, "DR-Tier", tier);
    }

    private StartingConfiguration start() {
        List<SourceServer> all = servers.values().stream().flatMap(List::stream).toList();
        return StartingConfiguration.of(
                servers, TagKeys.of(Optional.empty(), Optional.empty(), all), Optional.of("123456789012"));
    }

    private static List<String> waves(RecoveryPlan plan) {
        return plan.waves().stream().map(Wave::waveName).toList();
    }

    @Test
    void shouldMakeAPlanOfEachApplicationAndAWaveOfEachTierInTheUsualOrder() {
        server("us-east-1", tags("shop", "web"));
        server("us-east-1", tags("shop", "Database"));
        server("us-east-1", tags("shop", "app-servers"));
        server("us-east-1", tags("shop", "reports"));
        server("us-east-1", tags("shop", "dns"));
        server("us-east-1", tags("billing", "db"));

        DrConfiguration configuration = start().configuration();

        assertThat(configuration.recoveryPlans())
                .extracting(RecoveryPlan::planName)
                .containsExactly("billing", "shop");
        assertThat(waves(configuration.plan("shop").orElseThrow()))
                .containsExactly("Dns", "Database", "App-servers", "Web", "Reports");
        assertThat(configuration.group("shop-Web").orElseThrow().selection().tags())
                .isEqualTo(tags("shop", "web"));
    }

    @Test
    void shouldPutTheSameTierOfSeveralRegionsIntoOneWave() {
        server("eu-west-1", tags("shop", "web"));
        server("us-east-1", tags("shop", "web"));

        DrConfiguration configuration = start().configuration();

        assertThat(configuration.recoveryPlans().get(0).waves()).singleElement().satisfies(wave -> assertThat(
                        wave.protectionGroupNames())
                .containsExactly("shop-Web-eu-west-1", "shop-Web-us-east-1"));
        assertThat(configuration.protectionGroups())
                .extracting(group -> group.target().region())
                .containsExactly("eu-west-1", "us-east-1");
    }

    @Test
    void shouldListServersByIdThatTagsDoNotTellFromOthers() {
        server("us-east-1", tags("shop", "web"));
        server("us-east-1", Map.of("DR-Application", "shop"));
        server("us-east-1", Map.of("DR-Tier", "web"));
        server("us-east-1", Map.of("DR-Application", " ", "DR-Tier", "web"));

        DrConfiguration configuration = start().configuration();

        assertThat(configuration.group("shop-Other").orElseThrow().selection().sourceServerIds())
                .containsExactly("s-00000000000000002");
        assertThat(configuration.group("Untagged").orElseThrow().selection().sourceServerIds())
                .containsExactly("s-00000000000000003", "s-00000000000000004");
        assertThat(configuration.recoveryPlans())
                .extracting(RecoveryPlan::planName)
                .containsExactly("shop", "Untagged");
    }

    @Test
    void shouldFindTheTagsThatAreInUse() {
        server("us-east-1", Map.of("application", "shop", "tier", "db"));

        StartingConfiguration start = start();

        assertThat(start.configuration().protectionGroups())
                .extracting(group -> group.selection().tags())
                .containsExactly(Map.of("application", "shop", "tier", "db"));
        assertThat(start.groups()).singleElement().satisfies(group -> assertThat(group.hasUsualTier())
                .isTrue());
    }

    @Test
    void shouldGiveEachThingANameOfItsOwnThatDocumentsTake() {
        server("us-east-1", tags("Shop", "web"));
        server("us-east-1", tags("shop", "Web"));
        server("us-east-1", tags("shop", "web"));
        server("us-east-1", tags("x".repeat(256), "\u0001\n"));
        server("us-east-1", tags("x".repeat(255), "web"));
        server("us-east-1", tags("untagged", "web"));
        server("us-east-1", Map.of());

        DrConfiguration configuration = start().configuration();

        assertThat(configuration.recoveryPlans().stream()
                        .map(plan -> plan.planName().toLowerCase()))
                .doesNotHaveDuplicates();
        assertThat(configuration.protectionGroups().stream()
                        .map(group -> group.groupName().toLowerCase()))
                .doesNotHaveDuplicates();
        assertThat(configuration.protectionGroups())
                .extracting(ProtectionGroup::groupName)
                .allMatch(name -> name.length() <= 128 && name.codePoints().noneMatch(Character::isISOControl));
        assertThat(waves(configuration.recoveryPlans().get(1))).containsExactly("Web", "Web-2");
    }

    @Test
    void shouldNotDependOnTheOrderInWhichServersAreListed() {
        for (int number = 0; number < 40; number++) {
            server(number % 3 == 0 ? "eu-west-1" : "us-east-1", tags("app" + number % 4, "tier" + number % 5));
        }
        DrConfiguration first = start().configuration();
        servers.replaceAll((region, found) -> {
            List<SourceServer> turned = new ArrayList<>(found);
            java.util.Collections.reverse(turned);
            return turned;
        });

        assertThat(start().configuration()).isEqualTo(first);
    }
}
