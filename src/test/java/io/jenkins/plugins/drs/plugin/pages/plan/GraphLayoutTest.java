package io.jenkins.plugins.drs.plugin.pages.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphLayoutTest {
    private static RecoveryPlan plan(String waves) {
        return Configurations.of("""
                        protectionGroups:
                          - {groupName: G, region: us-east-1, sourceServerIds: [s-11111111111111111]}
                          - {groupName: H, region: us-east-1, sourceServerIds: [s-22222222222222222]}
                          - {groupName: I, region: us-east-1, sourceServerIds: [s-33333333333333333]}
                          - {groupName: J, region: us-east-1, sourceServerIds: [s-44444444444444444]}
                        recoveryPlans:
                          - planName: P
                            waves:
                        """ + waves.indent(6)).recoveryPlans().get(0);
    }

    private static GraphLayout.Box box(GraphLayout graph, String name) {
        return graph.getBoxes().stream()
                .filter(box -> box.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldPutAWaveToTheRightOfAllThatItWaitsFor() {
        var graph = GraphLayout.of(plan("""
                - {waveName: Data, protectionGroupName: G, dependsOn: []}
                - {waveName: Cache, protectionGroupName: H, dependsOn: []}
                - {waveName: App, protectionGroupName: I, dependsOn: [Data]}
                - {waveName: Web, protectionGroupName: J, dependsOn: [App, Cache]}
                """));

        assertThat(box(graph, "Cache").getX()).isEqualTo(box(graph, "Data").getX());
        assertThat(box(graph, "Cache").getY()).isGreaterThan(box(graph, "Data").getY());
        assertThat(box(graph, "App").getX()).isGreaterThan(box(graph, "Data").getX());
        assertThat(box(graph, "Web").getX()).isGreaterThan(box(graph, "App").getX());
        assertThat(graph.getLines()).hasSize(3);
    }

    @Test
    void shouldKeepEverythingWithinThePictureAndApart() {
        var graph = GraphLayout.of(plan("""
                - {waveName: A, protectionGroupName: G, dependsOn: []}
                - {waveName: B, protectionGroupName: H, dependsOn: []}
                - {waveName: C, protectionGroupName: I}
                - {waveName: D, protectionGroupName: J, dependsOn: [A]}
                """));
        List<GraphLayout.Box> boxes = graph.getBoxes();

        assertThat(boxes).allSatisfy(box -> {
            assertThat(box.getX() + box.getWidth()).isLessThan(graph.getWidth());
            assertThat(box.getY() + box.getHeight()).isLessThan(graph.getHeight());
            assertThat(boxes.stream().filter(other -> other.getX() == box.getX() && other.getY() == box.getY()))
                    .hasSize(1);
        });
    }

    @Test
    void shouldCutALongNameBetweenCharacters() {
        String name = "Wave " + "\uD83D\uDE80".repeat(40);

        var graph = GraphLayout.of(plan("- {waveName: \"" + name + "\", protectionGroupName: G}"));

        assertThat(graph.getBoxes().get(0).getName()).isEqualTo(name);
        assertThat(graph.getBoxes().get(0).getLabel()).isEqualTo("Wave " + "\uD83D\uDE80".repeat(16) + "\u2026");
    }
}
