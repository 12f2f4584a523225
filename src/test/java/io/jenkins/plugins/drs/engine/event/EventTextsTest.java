package io.jenkins.plugins.drs.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventTextsTest {
    private static final ActionRef ACTION = new ActionRef("Web", ActionPhase.PRE, 0);

    @Test
    void shouldChangeTextsWhereverTheyStand() {
        var event = new ActionEnded(
                ACTION,
                ActionOutcome.FAILED,
                "Web",
                "Web failed",
                Map.of("Web", List.of("x", "Web")),
                Optional.of(Instant.EPOCH));

        var changed = (ActionEnded) EventTexts.changed(event, text -> text.replace("Web", "***"));

        assertThat(changed)
                .isEqualTo(new ActionEnded(
                        ACTION,
                        ActionOutcome.FAILED,
                        "Web",
                        "*** failed",
                        Map.of("***", List.of("x", "***")),
                        Optional.of(Instant.EPOCH)));
    }

    /** Whatever stands between may repeat in it what it was sent. */
    @Test
    void shouldChangeIdsOfRequests() {
        var event = new CallMade(
                "effect",
                "ssm",
                "X",
                Target.own("us-east-1"),
                Instant.EPOCH,
                1,
                "ok",
                Optional.of("rid-Web-1"),
                Optional.of(1L));

        var changed = (CallMade) EventTexts.changed(event, text -> text.replace("Web", "***"));

        assertThat(changed.requestId()).contains("rid-***-1");
    }

    @Test
    void shouldGiveTheSameEventWhenNothingChanges() {
        var event = new EffectFailed("effect", 1, "ssm:X", FailureKind.OTHER, "code", "message", Optional.empty());

        assertThat(EventTexts.changed(event, text -> text)).isSameAs(event);
    }

    /** A component that gets another name must not become a text, nor the other way round. */
    @Test
    void shouldNameOnlyComponentsThatThereAre() {
        Set<String> names = new HashSet<>();
        EventTypes.all().forEach(type -> collect(type, names));

        assertThat(names).containsAll(EventTexts.NAMES);
    }

    private static void collect(Class<?> type, Set<String> names) {
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(component.getName());
            nested(component).filter(Class::isRecord).forEach(inner -> collect(inner, names));
        }
    }

    private static java.util.stream.Stream<Class<?>> nested(RecordComponent component) {
        var types = new HashSet<Class<?>>();
        types.add(component.getType());
        if (component.getGenericType() instanceof java.lang.reflect.ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments())
                    .filter(Class.class::isInstance)
                    .forEach(argument -> types.add((Class<?>) argument));
        }
        return types.stream().filter(type -> type.getName().contains(".drs.engine.event."));
    }
}
