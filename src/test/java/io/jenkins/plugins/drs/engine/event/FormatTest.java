package io.jenkins.plugins.drs.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names of events and of their fields are a file format: they may come, and never go. */
class FormatTest {
    private static final Path RECORDED = Path.of("src/test/resources/journals/v1/events.txt");

    @Test
    void shouldKeepEveryTypeAndFieldThatWasEverWritten() throws IOException {
        String now = EventTypes.all().stream().flatMap(FormatTest::fields).collect(Collectors.joining("\n"));

        assertThat(now.lines().toList()).containsAll(Files.readAllLines(RECORDED));
    }

    private static Stream<String> fields(Class<? extends ExecutionEvent> type) {
        return Stream.concat(
                Stream.of(type.getSimpleName()),
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(field -> type.getSimpleName() + "." + field));
    }
}
