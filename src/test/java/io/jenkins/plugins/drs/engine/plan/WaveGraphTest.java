package io.jenkins.plugins.drs.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaveGraphTest {
    @Test
    void shouldLetAWaveWaitForTheOneBeforeItUnlessItSaysOtherwise() {
        WaveGraph graph = WaveGraph.of(List.of(wave("A"), wave("B"), wave("C", "a", "A"), wave("D", new String[0])));

        assertThat(graph.dependenciesOf("A")).isEmpty();
        assertThat(graph.dependenciesOf("B")).containsExactly("A");
        assertThat(graph.dependenciesOf("C")).containsExactly("A");
        assertThat(graph.dependenciesOf("D")).isEmpty();
        assertThat(graph.cycle()).isEmpty();
    }

    @Test
    void shouldNameTheWavesAlongACycle() {
        assertThat(WaveGraph.of(List.of(wave("A", "B"), wave("B", "A"))).cycle())
                .containsExactly("A", "B", "A");
        assertThat(WaveGraph.of(List.of(wave("A", "a"))).cycle()).containsExactly("A", "A");
        assertThat(WaveGraph.of(List.of(wave("A"), wave("B", "C"), wave("C", "D", "A"), wave("D", "B")))
                        .cycle())
                .containsExactly("B", "C", "D", "B");
    }

    @Test
    void shouldSeeNoCycleWhereTwoWaysLeadToOneWave() {
        assertThat(WaveGraph.of(List.of(wave("A"), wave("B", "A"), wave("C", "A"), wave("D", "B", "C")))
                        .cycle())
                .isEmpty();
    }

    @Test
    void shouldFindACycleThroughVeryManyWaves() {
        int count = 50_000;
        List<Wave> ring = IntStream.range(0, count)
                .mapToObj(number -> wave("w" + number, "w" + (number + 1) % count))
                .toList();

        assertThat(WaveGraph.of(ring).cycle()).hasSize(count + 1);
    }

    private static Wave wave(String name) {
        return new Wave(name, List.of("G"), Optional.empty(), WavePolicy.DEFAULT, List.of(), List.of(), Map.of());
    }

    private static Wave wave(String name, String... after) {
        return new Wave(
                name, List.of("G"), Optional.of(List.of(after)), WavePolicy.DEFAULT, List.of(), List.of(), Map.of());
    }
}
