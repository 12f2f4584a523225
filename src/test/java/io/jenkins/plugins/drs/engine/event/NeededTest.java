package io.jenkins.plugins.drs.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.LineUnreadable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An event without what it needs is never written; a line that lacks it is read as one that cannot be read. */
class NeededTest {
    private static final Instant AT = Instant.parse("2026-01-05T03:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Class<? extends ExecutionEvent>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldRefuseToWriteOrReadBackWhateverFieldIsNull(Class<? extends ExecutionEvent> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        for (int index = 0; index < components.length; index++) {
            if (!components[index].getType().isPrimitive()) {
                assertRefusedOrReadable(type, index);
            }
        }
    }

    private static void assertRefusedOrReadable(Class<? extends ExecutionEvent> type, int index) throws Exception {
        Object sample = Samples.full(type);
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            values.add(component.getAccessor().invoke(sample));
        }
        values.set(index, null);
        try {
            ExecutionEvent event = (ExecutionEvent) canonical(type).newInstance(values.toArray());
            assertThat(EventJson.read(2, EventJson.write(AT, event)).event()).isEqualTo(event);
        } catch (InvocationTargetException refused) {
            assertThat(refused.getCause())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(type.getRecordComponents()[index].getName());
        }
    }

    private static <T> Constructor<T> canonical(Class<T> type) throws NoSuchMethodException {
        return type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldReadEveryLineWhateverOfItIsNullOrMissing(Class<? extends ExecutionEvent> type) throws Exception {
        if (type == ExecutionStarted.class) {
            return; // without the first line there is no execution
        }
        JsonNode whole = JSON.readTree(EventJson.write(AT, (ExecutionEvent) Samples.full(type)));
        for (int number = 0; number < members(whole.get("data")).size(); number++) {
            for (boolean missing : new boolean[] {true, false}) {
                JsonNode line = whole.deepCopy();
                members(line.get("data")).get(number).take(missing);

                RecordedEvent read = EventJson.read(2, line.toString());

                assertThat(read.at()).isEqualTo(AT);
                if (read.event() instanceof LineUnreadable unreadable) {
                    assertThat(unreadable.type()).isEqualTo(type.getSimpleName());
                } else {
                    assertThat(EventJson.read(2, EventJson.write(AT, read.event()))
                                    .event())
                            .isEqualTo(read.event());
                }
            }
        }
    }

    private record Member(ObjectNode of, String name) {
        void take(boolean missing) {
            if (missing) {
                of.remove(name);
            } else {
                of.putNull(name);
            }
        }
    }

    private static List<Member> members(JsonNode node) {
        List<Member> members = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> members.add(new Member(object, name)));
        }
        node.forEach(child -> members.addAll(members(child)));
        return members;
    }
}
