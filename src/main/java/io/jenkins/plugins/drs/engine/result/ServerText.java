package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobLogCollected;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobsSeen;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotFound;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotMade;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LoadObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServerProgress;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServersTaken;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingsAligned;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingsIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.UnknownJobSeen;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceFound;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceObserved;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.event.ServerEvent.SnapshotFound;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells launches by job, and servers by wave: only the first failures of a wave are told one by one. */
final class ServerText {
    private static final int FAILURES_TOLD = 5;

    private final RunText run;
    private final Map<String, LaunchIntended> launches = new HashMap<>();
    private final Map<String, JobCount> jobs = new HashMap<>();
    private final Map<String, String> waveOf = new HashMap<>();
    private final Map<String, WaveCount> waves = new HashMap<>();

    ServerText(EventText text, RunText run) {
        this.run = run;
        text.tell(LaunchIntended.class, (at, event) -> intended(event));
        text.always(LaunchAccepted.class, (at, event) -> accepted(event));
        text.always(
                LaunchNotMade.class,
                (at, event) ->
                        "  No job was made" + RunText.suffix(event.reason()) + "; its servers are launched again");
        text.tell(JobObserved.class, (at, event) -> observed(event));
        text.always(
                UnknownJobSeen.class,
                (at, event) -> "  Job " + event.jobId() + " in " + event.target()
                        + " has this execution's tag, but is not in its journal");
        text.always(
                ServersTaken.class,
                (at, event) -> "  Job " + event.jobId() + " of "
                        + (event.executionId().isEmpty() ? "another tool" : "execution " + event.executionId())
                        + " launches " + String.join(", ", event.sourceServerIds()) + ", too");
        text.tell(ServerValidated.class, (at, event) -> validated(event));
        text.tell(ServerFailed.class, (at, event) -> failed(event));
        quiet().forEach(text::pass);
    }

    private static List<Class<? extends ExecutionEvent>> quiet() {
        return List.of(
                SettingsIntended.class,
                SettingsAligned.class,
                LoadObserved.class,
                JobsSeen.class,
                LaunchNotFound.class,
                JobLogCollected.class,
                InstanceFound.class,
                SnapshotFound.class,
                InstanceObserved.class);
    }

    private Optional<String> intended(LaunchIntended event) {
        launches.put(event.launchId(), event);
        for (String server : event.sourceServerIds()) {
            waveOf.put(server, event.wave());
            wave(event.wave()).launching.add(server);
        }
        return Optional.empty();
    }

    private String accepted(LaunchAccepted event) {
        LaunchIntended launch = launches.get(event.launchId());
        String found = event.found() ? " (found again by its tags)" : "";
        if (launch == null) {
            return "  Job " + event.jobId() + " accepted" + found;
        }
        int size = launch.sourceServerIds().size();
        jobs.put(event.jobId(), new JobCount(size));
        return "  " + launch.wave() + ": job " + event.jobId() + " launches " + servers(size) + " in "
                + launch.target().region() + found;
    }

    private Optional<String> observed(JobObserved event) {
        JobCount job = jobs.get(event.jobId());
        if (job == null) {
            return Optional.empty();
        }
        event.servers().forEach(job::count);
        if (event.ended().isEmpty() && !event.status().equals("COMPLETED")) {
            return Optional.empty();
        }
        jobs.remove(event.jobId());
        return Optional.of(
                "  Job " + event.jobId() + " ended: " + job.launched.size() + " of " + servers(job.size) + " launched");
    }

    private Optional<String> validated(ServerValidated event) {
        String name = waveOf.getOrDefault(event.sourceServerId(), "");
        WaveCount wave = wave(name);
        wave.launching.remove(event.sourceServerId());
        wave.validated++;
        return wave.launching.isEmpty()
                ? Optional.of("  " + name + ": " + servers(wave.validated) + " validated")
                : Optional.empty();
    }

    private static String failed(FailureStage stage) {
        return stage == FailureStage.UNSEEN
                ? " could not be checked"
                : " FAILED in " + stage.name().toLowerCase(Locale.ROOT);
    }

    private Optional<String> failed(ServerFailed event) {
        WaveCount wave = wave(waveOf.getOrDefault(event.sourceServerId(), ""));
        wave.launching.remove(event.sourceServerId());
        if (event.stage() == FailureStage.NOT_REACHED) {
            return Optional.empty();
        }
        wave.failed++;
        if (wave.failed > FAILURES_TOLD + 1) {
            return Optional.empty();
        }
        return Optional.of(
                wave.failed > FAILURES_TOLD
                        ? "  More servers failed; the report names them all"
                        : "  Server " + run.server(event.sourceServerId()) + failed(event.stage())
                                + RunText.suffix(event.reason()));
    }

    /** Servers of a wave in one phrase to append; empty when none was launched. */
    String summary(String waveName) {
        WaveCount wave = wave(waveName);
        String failed = wave.failed > 0 ? ", " + wave.failed + " FAILED" : "";
        return wave.validated + wave.failed == 0 ? "" : ", " + servers(wave.validated) + " validated" + failed;
    }

    private WaveCount wave(String name) {
        return waves.computeIfAbsent(name, key -> new WaveCount());
    }

    private static String servers(int count) {
        return count == 1 ? "1 server" : count + " servers";
    }

    private static final class JobCount {
        private final int size;
        private final Set<String> launched = new HashSet<>();

        JobCount(int size) {
            this.size = size;
        }

        void count(ServerProgress server) {
            if (server.launchStatus().equals("LAUNCHED")) {
                launched.add(server.sourceServerId());
            }
        }
    }

    private static final class WaveCount {
        private final Set<String> launching = new HashSet<>();
        private int validated;
        private int failed;
    }
}
