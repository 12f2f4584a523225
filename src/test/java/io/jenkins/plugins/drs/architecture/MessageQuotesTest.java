package io.jenkins.plugins.drs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts go through {@link java.text.MessageFormat}, which takes an apostrophe that stands alone for a sign of its own. */
class MessageQuotesTest {
    private static final Path TEXTS = Path.of("src/main/resources/io/jenkins/plugins/drs");

    private static boolean losesAnApostrophe(String text) {
        return text.replace("''", "").contains("'");
    }

    private static Stream<String> wrong(Path file) {
        Properties texts = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return texts.stringPropertyNames().stream()
                .filter(name -> losesAnApostrophe(texts.getProperty(name)))
                .map(name -> TEXTS.relativize(file) + ": " + name);
    }

    @Test
    void shouldShowEveryApostropheOfATextForPeople() throws IOException {
        try (Stream<Path> files = Files.walk(TEXTS)) {
            List<Path> properties = files.filter(file -> file.toString().endsWith(".properties"))
                    .toList();

            assertThat(properties).isNotEmpty();
            assertThat(properties.stream().flatMap(MessageQuotesTest::wrong)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS's sample", "'{0}' is gone"})
    void shouldFindAnApostropheThatWouldBeLost(String text) {
        assertThat(losesAnApostrophe(text)).isTrue();
    }

    @Test
    void shouldTakeApostrophesThatAreWrittenTwice() {
        assertThat(losesAnApostrophe("''{0}'' of AWS''s sample")).isFalse();
    }
}
