package io.jenkins.plugins.drs.engine.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Times in journals. Every line has some, and {@link Instant#parse} is a fifth of the cost of reading a large journal. */
final class InstantJson {
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int FRACTION = 20; // as in 2026-01-05T03:00:00.5Z
    private static final int NANO_DIGITS = 9;
    private static final String FORM = "0000-00-00T00:00:00";
    private static final long FIRST_SECOND = LocalDate.of(0, 1, 1).toEpochDay() * SECONDS_OF_DAY;
    private static final long LAST_SECOND = LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_OF_DAY - 1;

    private InstantJson() {}

    static SimpleModule module() {
        return new SimpleModule("times")
                .addDeserializer(Instant.class, new Reader())
                .addSerializer(Instant.class, new Writer());
    }

    private static final class Writer extends StdSerializer<Instant> {
        @Serial
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant time, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text(time));
        }
    }

    private static final class Reader extends StdDeserializer<Instant> {
        @Serial
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString("");
            try {
                return parse(text);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "%s", e.getMessage());
            }
        }
    }

    /**
     * What {@link Instant#parse} answers, sooner for the form that {@link Instant#toString} writes.
     *
     * @throws DateTimeException when the text is no time
     */
    static Instant parse(String text) {
        return isUsual(text) ? usual(text) : Instant.parse(text);
    }

    private static boolean isUsual(String text) {
        int last = text.length() - 1;
        if (last < FORM.length() || last > FRACTION + NANO_DIGITS || text.charAt(last) != 'Z') {
            return false;
        }
        for (int at = 0; at < FORM.length(); at++) {
            char form = FORM.charAt(at);
            if (form == '0' ? !isDigit(text.charAt(at)) : text.charAt(at) != form) {
                return false;
            }
        }
        boolean whole = last == FORM.length();
        return (whole || isFraction(text, last))
                && number(text, 11, 2) < 24
                && number(text, 14, 2) < 60
                && number(text, 17, 2) < 60;
    }

    private static boolean isFraction(String text, int end) {
        boolean digits = text.charAt(FORM.length()) == '.' && end > FRACTION;
        for (int at = FRACTION; at < end; at++) {
            digits &= isDigit(text.charAt(at));
        }
        return digits;
    }

    private static Instant usual(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2))
                .toEpochDay();
        int second = (number(text, 11, 2) * 60 + number(text, 14, 2)) * 60 + number(text, 17, 2);
        int digits = Math.max(0, text.length() - 1 - FRACTION);
        int nanos = digits == 0 ? 0 : number(text, FRACTION, digits);
        for (int missing = digits; missing < NANO_DIGITS; missing++) {
            nanos *= 10;
        }
        return Instant.ofEpochSecond(day * SECONDS_OF_DAY + second, nanos);
    }

    /** What {@link Instant#toString} answers, sooner for years of four digits. */
    static String text(Instant time) {
        long seconds = time.getEpochSecond();
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
            return time.toString();
        }
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, (long) SECONDS_OF_DAY));
        int second = (int) Math.floorMod(seconds, (long) SECONDS_OF_DAY);
        char[] text = new char[FRACTION + NANO_DIGITS + 1];
        FORM.getChars(0, FORM.length(), text, 0);
        put(text, 0, 4, day.getYear());
        put(text, 5, 2, day.getMonthValue());
        put(text, 8, 2, day.getDayOfMonth());
        put(text, 11, 2, second / 3600);
        put(text, 14, 2, second / 60 % 60);
        put(text, 17, 2, second % 60);
        int end = putFraction(text, time.getNano());
        text[end] = 'Z';
        return new String(text, 0, end + 1);
    }

    /** In threes of digits, as Java does. */
    private static int putFraction(char[] text, int nanos) {
        if (nanos == 0) {
            return FORM.length();
        }
        int digits = NANO_DIGITS;
        int rest = nanos;
        while (rest % 1000 == 0) {
            rest /= 1000;
            digits -= 3;
        }
        text[FORM.length()] = '.';
        put(text, FRACTION, digits, rest);
        return FRACTION + digits;
    }

    private static void put(char[] text, int from, int digits, int number) {
        int rest = number;
        for (int at = from + digits - 1; at >= from; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int at = from; at < from + digits; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }
}
