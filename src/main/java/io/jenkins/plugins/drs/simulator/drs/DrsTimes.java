package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;

/** Times in filters. */
final class DrsTimes {

    private DrsTimes() {}

    /** Whether a time lies between two limits, both inclusive; a limit that is absent does not limit. */
    static boolean within(Instant time, JsonNode from, JsonNode to) {
        return (!from.isTextual() || !time.isBefore(parse(from.textValue())))
                && (!to.isTextual() || !time.isAfter(parse(to.textValue())));
    }

    private static Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw DrsErrors.invalid(text + " is not a date and time.");
        }
    }
}
