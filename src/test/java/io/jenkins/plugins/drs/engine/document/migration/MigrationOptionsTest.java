package io.jenkins.plugins.drs.engine.document.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationOptionsTest {
    @Test
    void shouldReadALineForEachGroup() {
        MigrationOptions options = MigrationOptions.of(" DrillRole ", "a1=Orders-Db\r\n\n  b2 = Web, front = all \n");

        assertThat(options.assumeRole()).contains("DrillRole");
        assertThat(options.groupNames())
                .containsOnly(Map.entry("a1", "Orders-Db"), Map.entry("b2", "Web, front = all"));
    }

    @Test
    void shouldTakeNothingForNoOptions() {
        assertThat(MigrationOptions.of(null, null)).isEqualTo(MigrationOptions.NONE);
        assertThat(MigrationOptions.of(" ", " \n ")).isEqualTo(MigrationOptions.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Orders-Db", "=Orders-Db", "a1=", "a1=Orders-Db\na1=Orders-Web"})
    void shouldNameTheLineThatIsNone(String lines) {
        assertThatThrownBy(() -> MigrationOptions.of(null, lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ID=NAME")
                .hasMessageContaining(
                        lines.lines().reduce((first, second) -> second).orElseThrow());
    }
}
