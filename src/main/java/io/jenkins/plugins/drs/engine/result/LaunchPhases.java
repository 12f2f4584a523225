package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobLogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the phases of each server's launch from the log of its job. */
final class LaunchPhases {
    private final Map<String, List<JobLogLine>> byServer = new HashMap<>();

    LaunchPhases(List<JobLogLine> log) {
        for (JobLogLine line : log) {
            line.sourceServerId().ifPresent(server -> byServer.computeIfAbsent(server, key -> new ArrayList<>())
                    .add(line));
        }
    }

    /**
     * The phases of a server.
     *
     * @param launchEnd when it was seen launched; the log does not tell the end of the last phase
     */
    List<Launch.Phase> of(String sourceServerId, Optional<Instant> launchEnd, Instant now) {
        Map<String, Span> spans = new LinkedHashMap<>();
        for (JobLogLine line : byServer.getOrDefault(sourceServerId, List.of())) {
            int cut = line.event().lastIndexOf('_');
            if (cut > 0) {
                Span span = spans.computeIfAbsent(line.event().substring(0, cut), name -> new Span());
                span.mark(line.event().substring(cut + 1), line.at());
            }
        }
        List<Launch.Phase> phases = new ArrayList<>();
        spans.forEach((name, span) -> span.phase(name, launchEnd, now).ifPresent(phases::add));
        return phases;
    }

    /** The last line of a server's log that tells of a failure; empty when none does. */
    Optional<JobLogLine> failure(String sourceServerId) {
        return byServer.getOrDefault(sourceServerId, List.of()).stream()
                .filter(LaunchPhases::tellsOfFailure)
                .reduce((earlier, later) -> later);
    }

    /** Whether DRS took no new snapshot of the server, but went back to one that it had. */
    boolean wentBack(String sourceServerId) {
        return byServer.getOrDefault(sourceServerId, List.of()).stream()
                .anyMatch(line -> line.event().equals("USING_PREVIOUS_SNAPSHOT"));
    }

    private static boolean tellsOfFailure(JobLogLine line) {
        return line.error().isPresent()
                || line.event().endsWith("_FAIL")
                || line.event().endsWith("_FAILED")
                || line.event().equals("SERVER_SKIPPED");
    }

    /** Start and end of one phase, as far as the log has told. */
    private static final class Span {
        private Optional<Instant> started = Optional.empty();
        private Optional<Instant> ended = Optional.empty();
        private boolean failed;

        void mark(String what, Instant at) {
            switch (what) {
                case "START" -> started = Optional.of(at);
                case "END" -> ended = Optional.of(at);
                case "FAIL", "FAILED" -> {
                    ended = Optional.of(at);
                    failed = true;
                }
                default -> {}
            }
        }

        Optional<Launch.Phase> phase(String name, Optional<Instant> launchEnd, Instant now) {
            Optional<Instant> end = name.equals("LAUNCH") ? ended.or(() -> launchEnd) : ended;
            return started.or(() -> ended)
                    .map(from -> new Launch.Phase(name, failed, Timing.of(Optional.of(from), end, now)));
        }
    }
}
