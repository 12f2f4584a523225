package io.jenkins.plugins.drs.hpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts for people go through {@code MessageFormat}, which swallows a single quote and what it does not know. */
class MessagesTest {
    @Test
    void shouldShowEveryQuote() throws IOException {
        List<String> swallowed = new ArrayList<>();
        for (Path file : files()) {
            texts(file).forEach((key, text) -> {
                if (isSwallowed((String) text)) {
                    swallowed.add(file + ": " + key);
                }
            });
        }

        assertThat(swallowed).isEmpty();
    }

    @Test
    void shouldFindQuoteThatIsSwallowed() {
        assertThat(isSwallowed("There is no plan '{0}'.")).isTrue();
        assertThat(isSwallowed("The controller's own")).isTrue();
        assertThat(isSwallowed("There is no plan ''{0}''.")).isFalse();
    }

    private static boolean isSwallowed(String text) {
        return text.replace("''", "").contains("'");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            List<Path> found =
                    files.filter(path -> path.endsWith("Messages.properties")).toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(4);
            return found;
        }
    }

    private static Properties texts(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        }
        return texts;
    }
}
