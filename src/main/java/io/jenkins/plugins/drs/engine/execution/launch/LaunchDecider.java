package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.LaunchState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.state.WaveState;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Aligns launch settings and starts jobs for waves that launch; gives up servers when the wave's time is over. */
public final class LaunchDecider implements Decider {
    private final JobStarter starter;

    public LaunchDecider(JobStarter starter) {
        this.starter = starter;
    }

    @Override
    public void decide(ExecutionState state, Instant now, Decision decision) {
        if (state.phase() != Phase.WAVES || state.cancelReason().isPresent()) {
            return;
        }
        Map<Wave, List<ServerState>> ready = new LinkedHashMap<>();
        for (Wave wave : state.plan().waves()) {
            WaveState current = state.wave(wave.waveName());
            if (current.status() == WaveStatus.PRE_ACTIONS) {
                alignSettings(state, decision, wave);
            } else if (current.status() == WaveStatus.LAUNCHING) {
                launch(state, now, decision, wave, ready);
            }
        }
        starter.start(state, now, decision, ready);
    }

    private void launch(
            ExecutionState state, Instant now, Decision decision, Wave wave, Map<Wave, List<ServerState>> ready) {
        Instant deadline = deadline(state, wave, now);
        if (!now.isBefore(deadline)) {
            new Giving(state, decision, wave, deadline, now).up();
            return;
        }
        decision.wakeAt(deadline);
        if (state.countIn(wave.waveName(), ServerStage.WAITING) == 0) {
            return;
        }
        alignSettings(state, decision, wave);
        Map<Boolean, List<ServerState>> byAlignment = state.serversOf(wave.waveName()).stream()
                .filter(server -> server.stage() == ServerStage.WAITING)
                .collect(Collectors.partitioningBy(server -> isAligned(state, server)));
        List<ServerState> aligned = byAlignment.get(true);
        Instant patience = state.wave(wave.waveName()).launchBegan().orElse(now).plus(SettledServers.LONGEST_WAIT);
        boolean waits = !byAlignment.get(false).isEmpty() && !decision.isDue(Optional.of(patience));
        ready.put(
                wave,
                waits ? new SettledServers(state, starter.jobSize()).of(aligned, byAlignment.get(false)) : aligned);
    }

    static Instant deadline(ExecutionState state, Wave wave, Instant now) {
        Instant began = state.wave(wave.waveName()).launchBegan().orElse(now);
        return state.deadline(began, wave.policy().maxWaitTime());
    }

    private static void alignSettings(ExecutionState state, Decision decision, Wave wave) {
        for (ServerState server : state.serversOf(wave.waveName())) {
            if (server.stage() == ServerStage.WAITING && !isAligned(state, server)) {
                String execution = state.started().executionId();
                decision.run(new AlignSettings(execution, server, settings(state, server)));
            }
        }
    }

    private static boolean isAligned(ExecutionState state, ServerState server) {
        return server.settingsAligned() || settings(state, server).isEmpty();
    }

    private static LaunchSettings settings(ExecutionState state, ServerState server) {
        return state.started()
                .configuration()
                .group(server.selected().protectionGroup())
                .map(group -> group.settingsFor(server.id()))
                .orElse(LaunchSettings.NONE);
    }

    /**
     * Gives up what is not launched when a wave's time is over, after one more look: the engine may have been away
     * for longer than the launch took.
     */
    private record Giving(ExecutionState state, Decision decision, Wave wave, Instant deadline, Instant now) {
        void up() {
            for (ServerState server : state.serversOf(wave.waveName())) {
                switch (server.stage()) {
                    case WAITING -> give(server, FailureStage.START, "No job was started for it");
                    case STARTING -> whenInDoubt(server);
                    case IN_JOB -> server.jobId().flatMap(state::job).ifPresent(job -> whenInJob(server, job));
                    default -> {}
                }
            }
        }

        /** Its launch is being looked up. */
        private void whenInDoubt(ServerState server) {
            List<LaunchState> launches = state.launches().stream()
                    .filter(launch -> launch.intended().sourceServerIds().contains(server.id()))
                    .filter(LaunchState::isInDoubt)
                    .toList();
            if (!launches.stream().allMatch(one -> PollFreshness.isLaunchLookedUpSince(state, one, deadline, now))) {
                return;
            }
            Optional<String> lost = launches.stream()
                    .flatMap(one -> PollFreshness.launchLost(state, one).stream())
                    .findFirst();
            lost.ifPresentOrElse(
                    why -> decision.emit(new ServerFailed(
                            server.id(), FailureStage.UNSEEN, "Whether a job launches it is not known. " + why)),
                    () -> give(server, FailureStage.START, "No job was known for it"));
        }

        /** What became of it in a job that has ended is told by the job itself. */
        private void whenInJob(ServerState server, JobState job) {
            if (job.isCompleted()) {
                return;
            }
            if (PollFreshness.areJobsLookedAtSince(state, job.target(), deadline, now)) {
                PollFreshness.jobsLost(state, job.target())
                        .ifPresentOrElse(
                                why -> decision.emit(new ServerFailed(
                                        server.id(),
                                        FailureStage.UNSEEN,
                                        "Whether job " + job.jobId() + " launched it is not known. " + why)),
                                () -> give(server, FailureStage.LAUNCH, "Job " + job.jobId() + " did not launch it"));
            } else if (!PollFreshness.isDueOrUnderWay(decision, job.target())) {
                decision.run(PollFreshness.at(state, job.target()));
            }
        }

        private void give(ServerState server, FailureStage stage, String what) {
            String limit = " within the wave's " + wave.policy().maxWaitTime().toSeconds() + " s.";
            decision.emit(new ServerFailed(server.id(), stage, what + limit));
        }
    }

    /**
     * Servers of a wave that may be launched now.
     *
     * <p>Settings are applied to many servers side by side, and ready one after the other. A job for each of them would use
     * up the jobs that an account may run, and a drill would cost more of them each time the machine is busy. So whole jobs
     * are started as they fill, and the rest when the settings of all are known: applied, refused, or failed once, for
     * nobody waits for repeated attempts.
     *
     * <p>The wave is over when its last server is launched, which is one of those that are waited for: waiting costs the
     * wave no time, unless the rates of AWS keep many calls back. Hence {@link #LONGEST_WAIT}.
     */
    private static final class SettledServers {
        /** From the beginning of the wave's launch. A launch takes some minutes, to compare settings a second or two. */
        static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

        private final ExecutionState state;
        private final int jobSize;

        /** @param jobSize how many servers a job can have at most */
        SettledServers(ExecutionState state, int jobSize) {
            this.state = state;
            this.jobSize = jobSize;
        }

        /**
         * Those that may be launched, in plan order.
         *
         * @param aligned servers whose settings are as the plan wants them
         * @param open servers whose settings are not known to be
         */
        List<ServerState> of(List<ServerState> aligned, List<ServerState> open) {
            Map<Target, List<ServerState>> byTarget = new LinkedHashMap<>();
            aligned.forEach(server -> byTarget.computeIfAbsent(server.target(), any -> new ArrayList<>())
                    .add(server));
            return byTarget.entrySet().stream()
                    .flatMap(here -> isExpectingMore(here.getKey(), open)
                            ? here.getValue().stream().limit(here.getValue().size() / jobSize * (long) jobSize)
                            : here.getValue().stream())
                    .toList();
        }

        private boolean isExpectingMore(Target target, List<ServerState> open) {
            return open.stream()
                    .filter(server -> server.target().equals(target))
                    .anyMatch(server ->
                            state.effect(AlignSettings.key(server.id())).failures() == 0);
        }
    }
}
