package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.Evidence;
import java.util.List;
import java.util.stream.Collectors;

/** Says by which lines of the journal something is proven: {@code #88} is line 88 of {@code audit.jsonl}. */
final class Proof {
    private static final int NAMED = 40;

    private Proof() {}

    /** The line that decided, or nothing. */
    static String decided(Evidence evidence) {
        return evidence.decidedBy().map(Proof::line).orElse(Words.NONE);
    }

    static String line(long event) {
        return "#" + event;
    }

    /** Every line, the deciding one first. */
    static String all(Evidence evidence) {
        List<Long> events = evidence.events();
        if (events.isEmpty()) {
            return Words.NONE;
        }
        String named = events.stream().limit(NAMED).map(Proof::line).collect(Collectors.joining(" "));
        String more = events.size() > NAMED ? " and " + (events.size() - NAMED) + " more in results.json" : "";
        return evidence.decidedBy()
                        .map(it -> "decided by " + line(it) + "; all: ")
                        .orElse("")
                + named
                + more;
    }
}
