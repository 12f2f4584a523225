package io.jenkins.plugins.drs.engine.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.jenkins.plugins.drs.engine.plan.PlanSchedule;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;

/**
 * Schedules in journals. Those of drills alone are a text, as they were before there were others, so that journals of
 * both times are read by products of both times.
 */
final class ScheduleJson {
    private ScheduleJson() {}

    static SimpleModule module() {
        return new SimpleModule("schedules")
                .addSerializer(PlanSchedule.class, new Writer())
                .addDeserializer(PlanSchedule.class, new Reader());
    }

    private static final class Writer extends StdSerializer<PlanSchedule> {
        @Serial
        private static final long serialVersionUID = 1L;

        Writer() {
            super(PlanSchedule.class);
        }

        @Override
        public void serialize(PlanSchedule schedule, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            if (schedule.checks().isEmpty()) {
                json.writeString(schedule.drills().orElse(null));
                return;
            }
            json.writeStartObject();
            if (schedule.drills().isPresent()) {
                json.writeStringField("drills", schedule.drills().get());
            }
            json.writeStringField("checks", schedule.checks().get());
            json.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<PlanSchedule> {
        @Serial
        private static final long serialVersionUID = 1L;

        Reader() {
            super(PlanSchedule.class);
        }

        @Override
        public PlanSchedule deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = parser.readValueAsTree();
            return node.isTextual()
                    ? PlanSchedule.drills(node.asText())
                    : new PlanSchedule(text(node, "drills"), text(node, "checks"));
        }

        private static Optional<String> text(JsonNode node, String field) {
            return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
        }
    }
}
