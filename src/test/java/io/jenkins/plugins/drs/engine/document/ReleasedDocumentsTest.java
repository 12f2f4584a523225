package io.jenkins.plugins.drs.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents of released versions, one of each with every field, are never edited and stay readable. */
class ReleasedDocumentsTest {
    private static final Path FOLDER = Path.of("src/test/resources/documents/released");

    static List<Path> released() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static DrConfiguration read(Path document) {
        return DocumentReader.read(document).configuration().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("released")
    void shouldReadWhatAReleasedVersionWrote(Path document) {
        assertThat(DocumentReader.read(document).errors()).isEmpty();
        assertThat(read(document).recoveryPlans()).isNotEmpty();
        assertThat(read(document).protectionGroups()).isNotEmpty();
        assertThat(read(document).targetAccounts()).isNotEmpty();
    }

    @Test
    void shouldMeanTheSameInYamlAndJson() {
        assertThat(read(FOLDER.resolve("2.1.0.yaml"))).isEqualTo(read(FOLDER.resolve("2.1.0.json")));
    }
}
