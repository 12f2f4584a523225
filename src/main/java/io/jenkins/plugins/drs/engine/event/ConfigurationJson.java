package io.jenkins.plugins.drs.engine.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;

/** Configurations in journals: as the document that describes them, which later versions read like any other document. */
final class ConfigurationJson {
    private ConfigurationJson() {}

    static SimpleModule module() {
        return new SimpleModule("configurations")
                .addSerializer(DrConfiguration.class, new Writer())
                .addDeserializer(DrConfiguration.class, new Reader());
    }

    private static final class Writer extends StdSerializer<DrConfiguration> {
        @Serial
        private static final long serialVersionUID = 1L;

        Writer() {
            super(DrConfiguration.class);
        }

        @Override
        public void serialize(DrConfiguration configuration, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeRawValue(DocumentWriter.line(configuration));
        }
    }

    private static final class Reader extends StdDeserializer<DrConfiguration> {
        @Serial
        private static final long serialVersionUID = 1L;

        Reader() {
            super(DrConfiguration.class);
        }

        @Override
        public DrConfiguration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Map<String, Object> written = EarlierConfiguration.object(context.readValue(parser, Map.class));
            ReadResult read = DocumentReader.readUnvalidated(
                    EarlierConfiguration.isOne(written) ? EarlierConfiguration.document(written) : written);
            return read.configuration()
                    .orElseThrow(() -> JsonMappingException.from(
                            parser, read.errors().get(0).sentence()));
        }
    }
}
