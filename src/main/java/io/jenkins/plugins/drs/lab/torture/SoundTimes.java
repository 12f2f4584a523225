package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Promise 7: times never go back in a journal, and nothing takes less than no time, whatever the machine's clock does. */
final class SoundTimes implements Promises.Promise {
    /** A length as the results have it, in seconds. */
    private static final String LENGTH = "Seconds\"";

    private static final Pattern NEGATIVE = Pattern.compile(LENGTH + "\\s*:\\s*-[^,}\\n]*");

    @Override
    public List<Broken> broken(Outcome outcome) {
        List<Broken> broken = new ArrayList<>();
        Instant before = Instant.MIN;
        for (RecordedEvent event : outcome.events()) {
            if (event.at().isBefore(before)) {
                broken.add(new Broken(7, "Event " + event.sequence() + " is of " + event.at() + ", after " + before));
            }
            before = event.at();
            if (event.event() instanceof CallMade call && (call.at().isAfter(event.at()) || call.millis() < 0)) {
                broken.add(new Broken(
                        7,
                        "Call " + call.operation() + " of " + call.at() + " took " + call.millis() + " ms at "
                                + event.at()));
            }
        }
        for (Outcome.Text text : outcome.texts()) {
            negative(text.content())
                    .ifPresent(found -> broken.add(new Broken(7, "In the " + text.what() + ": " + found)));
        }
        return broken;
    }

    /** The first negative length in a text; the pattern alone would take as long as all other promises. */
    private static Optional<String> negative(String text) {
        Matcher negative = NEGATIVE.matcher(text);
        for (int at = text.indexOf(LENGTH); at >= 0; at = text.indexOf(LENGTH, at + 1)) {
            if (negative.region(at, text.length()).lookingAt()) {
                return Optional.of(negative.group());
            }
        }
        return Optional.empty();
    }
}
