package io.jenkins.plugins.drs.engine.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The times in which no engine ran. AWS went on meanwhile, but nothing that takes an engine could be done. */
final class Outages {
    private final List<Outage> all = new ArrayList<>();

    private record Outage(Instant from, Instant to) {
        Duration since(Instant time) {
            Instant begin = from.isBefore(time) ? time : from;
            return begin.isBefore(to) ? Duration.between(begin, to) : Duration.ZERO;
        }
    }

    void add(Instant from, Instant to) {
        if (from.isBefore(to)) {
            all.add(new Outage(from, to));
        }
    }

    /** How long no engine ran since then; zero when one always did. */
    Duration since(Instant time) {
        return all.stream().map(outage -> outage.since(time)).reduce(Duration.ZERO, Duration::plus);
    }
}
