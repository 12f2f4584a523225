package io.jenkins.plugins.drs.cli.torture;

import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Promise 7: times never go back in a journal, and nothing takes less than no time, whatever the machine's clock does. */
final class SoundTimes implements Promises.Promise {
    /** A length as the results have it, in seconds. */
    private static final Pattern NEGATIVE = Pattern.compile("\"\\w*Seconds\"\\s*:\\s*-[^,}\\n]*");

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
            Matcher negative = NEGATIVE.matcher(text.content());
            if (negative.find()) {
                broken.add(new Broken(7, "In the " + text.what() + ": " + negative.group()));
            }
        }
        return broken;
    }
}
