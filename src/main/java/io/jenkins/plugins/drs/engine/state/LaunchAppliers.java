package io.jenkins.plugins.drs.engine.state;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Appliers of what befalls jobs and servers. */
final class LaunchAppliers {
    private LaunchAppliers() {}

    static void register() {
        registerLaunches();
        registerServers();
    }

    private static void registerLaunches() {
        Appliers.on(SettingsIntended.class, (state, event, at) -> state.causes.about(event.sourceServerId()));
        Appliers.on(
                SettingsAligned.class,
                (state, event, at) -> server(state, event.sourceServerId(), ServerState::aligned));
        Appliers.on(
                LoadObserved.class,
                (state, event, at) -> state.loads.put(
                        event.target(),
                        new TargetLoad(at, event.jobs(), event.servers(), Set.copyOf(event.busyServers()))));
        Appliers.on(JobsSeen.class, LaunchAppliers::seen);
        Appliers.on(
                UnknownJobSeen.class,
                (state, event, at) -> state.jobs.contention().saw(event));
        Appliers.on(
                ServersTaken.class,
                (state, event, at) -> state.jobs.contention().saw(event));
        Appliers.on(LaunchIntended.class, LaunchAppliers::intended);
        Appliers.on(LaunchAccepted.class, LaunchAppliers::accepted);
        Appliers.on(LaunchNotMade.class, LaunchAppliers::notMade);
        Appliers.on(LaunchNotFound.class, LaunchAppliers::notFound);
        Appliers.on(JobObserved.class, LaunchAppliers::observed);
        Appliers.on(
                JobLogCollected.class,
                (state, event, at) -> state.jobs.change(event.jobId(), job -> job.withLog(event.lines())));
    }

    private static void registerServers() {
        Appliers.on(InstanceFound.class, LaunchAppliers::found);
        Appliers.on(SnapshotFound.class, (state, event, at) -> state.snapshotsDue.remove(event.sourceServerId()));
        Appliers.on(InstanceObserved.class, LaunchAppliers::observed);
        Appliers.on(ServerValidated.class, LaunchAppliers::validated);
        Appliers.on(
                ServerFailed.class,
                (state, event, at) ->
                        server(state, event.sourceServerId(), server -> server.at(ServerStage.FAILED, at)));
    }

    private static void found(ExecutionState state, InstanceFound event, Instant at) {
        state.causes.about(event.sourceServerId());
        state.causes.about(event.recoveryInstanceId());
        server(state, event.sourceServerId(), server -> server.withInstance(event.recoveryInstanceId())
                .described(event.ec2InstanceId(), event.pointInTime()));
        if (event.pointInTime().isPresent()) {
            state.servers.find(event.sourceServerId()).ifPresent(state.snapshotsDue::add);
        }
    }

    private static void observed(ExecutionState state, InstanceObserved event, Instant at) {
        state.causes.about(event.sourceServerId());
        server(state, event.sourceServerId(), server -> {
            if (server.health().isPresent()) {
                state.seenUnhealthy.add(server.id());
            }
            return server.observed(event.health());
        });
    }

    /** What was healthy at the first look may have been so for long, and tells nothing of how long others take. */
    private static void validated(ExecutionState state, ServerValidated event, Instant at) {
        server(state, event.sourceServerId(), server -> {
            if (state.seenUnhealthy.remove(server.id())) {
                Duration took = Duration.between(server.checksBegan(), at);
                state.checkTimes =
                        state.checkTimes().map(times -> times.and(took)).orElse(new CheckTimes(took, took));
            }
            return server.at(ServerStage.VALIDATED, at);
        });
    }

    private static void intended(ExecutionState state, LaunchIntended event, Instant at) {
        state.causes.about(event.launchId());
        state.launches.put(event.launchId(), LaunchState.intended(event, at));
        event.sourceServerIds().forEach(id -> server(state, id, server -> server.at(ServerStage.STARTING, at)));
    }

    private static void accepted(ExecutionState state, LaunchAccepted event, Instant at) {
        state.causes.about(event.jobId());
        LaunchState launch = state.launches.get(event.launchId());
        state.launches.put(event.launchId(), launch.with(LaunchState.Outcome.ACCEPTED));
        state.jobs.put(JobState.accepted(
                event.jobId(),
                launch.intended().target(),
                JobState.Purpose.LAUNCH,
                at,
                launch.intended().sourceServerIds()));
        for (String id : launch.intended().sourceServerIds()) {
            server(state, id, server -> onward(server.inJob(event.jobId()), ServerStage.IN_JOB, at));
        }
    }

    private static void notMade(ExecutionState state, LaunchNotMade event, Instant at) {
        LaunchState launch = state.launches.get(event.launchId());
        state.launches.put(event.launchId(), launch.with(LaunchState.Outcome.NOT_MADE));
        for (String id : launch.intended().sourceServerIds()) {
            server(state, id, server -> onward(server, ServerStage.WAITING, at));
        }
    }

    /** As if this execution had looked itself, but no call was made for it. */
    private static void seen(ExecutionState state, JobsSeen event, Instant at) {
        String look = "watch/" + event.target().key();
        state.effects.put(look, state.effect(look).seen(event.at()));
    }

    /** Its calls are journalled before it. */
    private static void notFound(ExecutionState state, LaunchNotFound event, Instant at) {
        state.causes.about(event.launchId());
        Instant began = state.effect("find/" + event.launchId()).lastCall().orElse(at);
        state.launches.computeIfPresent(event.launchId(), (id, launch) -> launch.lookedUp(began));
    }

    private static void observed(ExecutionState state, JobObserved event, Instant at) {
        state.causes.about(event.jobId());
        JobState job = state.jobs.find(event.jobId()).orElseThrow().observed(event, at);
        state.jobs.put(job);
        if (job.purpose() == JobState.Purpose.LAUNCH) {
            event.servers().forEach(progress -> launched(state, job, progress, at));
        }
    }

    private static void launched(ExecutionState state, JobState job, ServerProgress progress, Instant at) {
        if (progress.recoveryInstanceId().isEmpty() || !progress.launchStatus().equals("LAUNCHED")) {
            return;
        }
        String instance = progress.recoveryInstanceId().get();
        state.instances.enter(InstanceState.up(instance, progress.sourceServerId(), job.target(), job.jobId(), at));
        server(
                state,
                progress.sourceServerId(),
                server -> onward(server.withInstance(instance), ServerStage.LAUNCHED, at));
    }

    /** A server that was given up keeps its failure, whatever its job still does. */
    private static ServerState onward(ServerState server, ServerStage to, Instant at) {
        return server.stage().isEnd() || server.stage() == to ? server : server.at(to, at);
    }

    private static void server(ExecutionState state, String id, UnaryOperator<ServerState> change) {
        state.servers.change(id, change);
    }
}
