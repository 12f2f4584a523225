package io.jenkins.plugins.drs.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.CancelRequested;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.PlanSchedule;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
    private static final Instant AT = Instant.parse("2026-01-05T03:00:00.5Z");

    static List<Class<? extends ExecutionEvent>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldReadBackWhatItWrote(Class<? extends ExecutionEvent> type) {
        assertRoundTrip((ExecutionEvent) Samples.full(type));
        assertRoundTrip((ExecutionEvent) Samples.sparse(type));
    }

    private static void assertRoundTrip(ExecutionEvent event) {
        String json = EventJson.write(AT, event);

        assertThat(json).doesNotContain("\n");
        assertThat(EventJson.read(5, json)).isEqualTo(new RecordedEvent(5, AT, event));
    }

    /** Journals from before they held documents; a schedule was a text before plans could say when they are checked. */
    @ParameterizedTest
    @CsvSource({"'\"H 3 * * 6\"', ", "'{\"drills\": \"H 3 * * 6\", \"checks\": \"never\"}', never", "'null', "})
    void shouldReadSchedulesOfEarlierJournals(String written, String checks) {
        String plan = "{\"planName\": \"Shop\", \"description\": \"\", \"schedule\": " + written
                + ", \"waves\": [], \"unknown\": {}}";
        String former =
                "{\"executionId\": \"e\", \"mode\": \"DRILL\", \"planName\": \"Shop\", \"configurationHash\": \"\", \"options\": "
                        + "{\"cleanupLimit\": \"PT2H\"}, \"origin\": {\"startedBy\": \"\", \"host\": \"\", \"toolVersion\": \"\"}, "
                        + "\"configuration\": {\"targetAccounts\": [], \"protectionGroups\": [], \"recoveryPlans\": ["
                        + plan + "], \"unknown\": {}}}";
        String json = "{\"v\": 1, \"at\": \"" + AT + "\", \"type\": \"ExecutionStarted\", \"data\": " + former + "}";

        var started = (LifecycleEvent.ExecutionStarted) EventJson.read(1, json).event();

        assertThat(started.configuration().recoveryPlans().get(0).schedule())
                .isEqualTo(new PlanSchedule(
                        written.equals("null") ? Optional.empty() : Optional.of("H 3 * * 6"),
                        Optional.ofNullable(checks)));
    }

    /** The configuration was written before journals held documents. */
    @Test
    void shouldReadEveryFieldOfAnEarlierConfigurationAndWriteItsDocument() throws IOException {
        List<RecordedEvent> recorded = new ArrayList<>();
        EventLog.read(Path.of("src/test/resources/journals/v1/configuration.jsonl"), recorded::add);

        var started = (LifecycleEvent.ExecutionStarted) recorded.get(0).event();

        DrConfiguration everything = (DrConfiguration) Samples.full(DrConfiguration.class);
        assertThat(started.configuration()).isEqualTo(everything);
        assertThat(EventJson.write(AT, started)).contains(DocumentWriter.line(everything));
    }

    /** What is computed from components, such as {@code isEmpty()}, has no place in a file format. */
    @ParameterizedTest
    @MethodSource("types")
    void shouldWriteNothingButComponents(Class<? extends ExecutionEvent> type) throws IOException {
        String json = EventJson.write(AT, (ExecutionEvent) Samples.full(type));

        assertOnlyComponents(type, new ObjectMapper().readTree(json).get("data"));
    }

    private static void assertOnlyComponents(Type type, JsonNode node) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Type element = arguments[arguments.length - 1];
            boolean optional = generic.getRawType() == Optional.class;
            (optional ? List.of(node) : node).forEach(child -> assertOnlyComponents(element, child));
        } else if (type instanceof Class<?> plain && plain.isRecord() && plain != DrConfiguration.class) {
            Map<String, Type> components = Arrays.stream(plain.getRecordComponents())
                    .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
            node.properties().forEach(field -> {
                assertThat(components).as(plain.getName()).containsKey(field.getKey());
                assertOnlyComponents(components.get(field.getKey()), field.getValue());
            });
        }
    }

    @Test
    void shouldNameEveryTypeDifferently() {
        assertThat(types()).extracting(Class::getSimpleName).doesNotHaveDuplicates();
    }

    @Test
    void shouldPassOverFieldsThatItDoesNotKnow() {
        String json = "{\"v\":1,\"at\":\"2026-01-05T03:00:00.500Z\",\"type\":\"WaveMoved\",\"new\":1,"
                + "\"data\":{\"wave\":\"Web\",\"to\":\"LAUNCHING\",\"reason\":\"\",\"mood\":\"good\"}}";

        assertThat(EventJson.read(1, json).event()).isEqualTo(new WaveMoved("Web", WaveStatus.LAUNCHING, ""));
    }

    @Test
    void shouldTakeAKindOfFailureThatItDoesNotKnowForAnother() {
        var failed = new EffectFailed("e", 1, "drs:X", FailureKind.QUOTA, "code", "message", Optional.empty());

        assertThat(EventJson.read(1, EventJson.write(AT, failed).replace("QUOTA", "ECLIPSE"))
                        .event())
                .isEqualTo(new EffectFailed("e", 1, "drs:X", FailureKind.OTHER, "code", "message", Optional.empty()));
    }

    @Test
    void shouldRefuseAVersionThatItDoesNotKnow() {
        String json = EventJson.write(AT, new WaveMoved("Web", WaveStatus.LAUNCHING, ""))
                .replace("\"v\":1", "\"v\":2");

        assertThatThrownBy(() -> EventJson.read(9, json))
                .hasMessage("Expected an event of version 1, but event 9 has version 2."
                        + " A newer version of the product wrote it.");
    }

    @Test
    void shouldRefuseATypeThatItDoesNotKnow() {
        assertThatThrownBy(() ->
                        EventJson.read(9, "{\"v\":1,\"at\":\"2026-01-05T03:00:00Z\",\"type\":\"Moved\",\"data\":{}}"))
                .hasMessage("Event 9 is of the unknown type 'Moved'");
    }

    @Test
    void shouldReadAnEventWhoseFieldsComeInAnotherOrder() {
        String json = EventJson.write(AT, new CancelRequested("someone", "enough"));
        String other = json.replace("{\"v\":1,", "{").replaceFirst("}$", ",\"v\":1}");

        assertThat(EventJson.read(7, other)).isEqualTo(EventJson.read(7, json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"v\":1}", "{\"v\":1,\"at\":\"today\"}", "{\"v\":1,\"type\":\"CancelRequested\"", "5"})
    void shouldRefuseWhatIsNoEvent(String json) {
        assertThatThrownBy(() -> EventJson.read(7, json)).isInstanceOf(IllegalArgumentException.class);
    }
}
