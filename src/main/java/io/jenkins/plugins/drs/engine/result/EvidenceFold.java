package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.ActionEvent;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionRef;
import io.jenkins.plugins.drs.engine.event.CallEvent;
import io.jenkins.plugins.drs.engine.event.CleanupEvent;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.InstanceTerminated;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobLogCollected;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotFound;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotMade;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingsAligned;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingsIntended;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceFound;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.event.WaveEvent;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes for each server, wave, action, job, for cleanup and for the whole which events tell of it. */
final class EvidenceFold {
    private static final String RUN = "run";
    private static final String CLEANUP = "cleanup";

    private final Map<String, Track> tracks = new HashMap<>();
    private final Map<String, List<String>> serversOfLaunch = new HashMap<>();
    private final Map<String, String> launchOfJob = new HashMap<>();
    private final Map<String, String> serverOfInstance = new HashMap<>();

    void accept(RecordedEvent recorded) {
        ExecutionEvent event = recorded.event();
        if (event instanceof CallEvent) {
            return; // Calls have a trail of their own.
        }
        long number = recorded.sequence();
        if (event instanceof LifecycleEvent) {
            note(RUN, number, event instanceof ExecutionFinished);
        } else if (event instanceof WaveEvent moved) {
            note("wave/" + moved.wave(), number, event instanceof WaveMoved);
        } else if (event instanceof ActionEvent action) {
            note("action/" + action.action(), number, event instanceof ActionEnded);
        } else if (event instanceof CleanupEvent) {
            cleanup(event, number);
        } else {
            server(event, number);
            launch(event, number);
        }
    }

    private void cleanup(ExecutionEvent event, long number) {
        note(CLEANUP, number, event instanceof InstanceTerminated || event instanceof LeftBehind);
        if (event instanceof InstanceTerminated gone) {
            serverNote(serverOfInstance.getOrDefault(gone.recoveryInstanceId(), ""), number, false);
        }
    }

    private void server(ExecutionEvent event, long number) {
        if (event instanceof StepDone step) {
            step.servers().forEach(server -> serverNote(server.sourceServerId(), number, false));
        } else if (event instanceof SettingsIntended intended) {
            serverNote(intended.sourceServerId(), number, false);
        } else if (event instanceof SettingsAligned aligned) {
            serverNote(aligned.sourceServerId(), number, false);
        } else if (event instanceof ServerEvent server) {
            boolean decides = event instanceof ServerValidated || event instanceof ServerFailed;
            serverNote(server.sourceServerId(), number, decides);
        }
        if (event instanceof InstanceFound found) {
            serverOfInstance.put(found.recoveryInstanceId(), found.sourceServerId());
        }
    }

    private void launch(ExecutionEvent event, long number) {
        if (event instanceof LaunchIntended intended) {
            serversOfLaunch.put(intended.launchId(), intended.sourceServerIds());
            launchNote(intended.launchId(), number, false);
        } else if (event instanceof LaunchAccepted accepted) {
            launchOfJob.put(accepted.jobId(), accepted.launchId());
            launchNote(accepted.launchId(), number, false);
        } else if (event instanceof LaunchNotFound lost) {
            launchNote(lost.launchId(), number, false);
        } else if (event instanceof LaunchNotMade none) {
            launchNote(none.launchId(), number, true);
        } else if (event instanceof JobObserved seen) {
            note("launch/" + launchOfJob.get(seen.jobId()), number, seen.ended().isPresent());
            seen.servers().forEach(server -> {
                server.recoveryInstanceId().ifPresent(id -> serverOfInstance.put(id, server.sourceServerId()));
                serverNote(server.sourceServerId(), number, false);
            });
        } else if (event instanceof JobLogCollected log) {
            note("launch/" + launchOfJob.get(log.jobId()), number, false);
            serversOfLaunch
                    .getOrDefault(launchOfJob.getOrDefault(log.jobId(), ""), List.of())
                    .forEach(server -> serverNote(server, number, false));
        }
    }

    private void launchNote(String launchId, long number, boolean decides) {
        note("launch/" + launchId, number, decides);
        serversOfLaunch.getOrDefault(launchId, List.of()).forEach(server -> serverNote(server, number, false));
    }

    private void serverNote(String sourceServerId, long number, boolean decides) {
        note("server/" + sourceServerId, number, decides);
    }

    private void note(String subject, long number, boolean decides) {
        tracks.computeIfAbsent(subject, key -> new Track()).note(number, decides);
    }

    Evidence run() {
        return of(RUN);
    }

    Evidence cleanup() {
        return of(CLEANUP);
    }

    Evidence wave(String name) {
        return of("wave/" + name);
    }

    Evidence action(ActionRef action) {
        return of("action/" + action);
    }

    Evidence server(String sourceServerId) {
        return of("server/" + sourceServerId);
    }

    Evidence launch(String launchId) {
        return of("launch/" + launchId);
    }

    private Evidence of(String subject) {
        return Optional.ofNullable(tracks.get(subject)).map(Track::evidence).orElse(Evidence.NONE);
    }

    private static final class Track {
        private final List<Long> events = new ArrayList<>();
        private Optional<Long> decidedBy = Optional.empty();

        void note(long number, boolean decides) {
            if (events.isEmpty() || events.get(events.size() - 1) != number) {
                events.add(number);
            }
            decidedBy = decides ? Optional.of(number) : decidedBy;
        }

        Evidence evidence() {
            return new Evidence(decidedBy, events);
        }
    }
}
