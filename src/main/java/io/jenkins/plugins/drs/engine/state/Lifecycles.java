package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.term.WaveStatus;

/** The transition table of each lifecycle. */
public final class Lifecycles {
    public static final Transitions<Phase> EXECUTION = Transitions.of("execution", Phase.class)
            .from(Phase.NEW, Phase.PREFLIGHT)
            .from(Phase.PREFLIGHT, Phase.WAVES, Phase.CLEANUP, Phase.FINISHED)
            .from(Phase.WAVES, Phase.CLEANUP)
            .from(Phase.CLEANUP, Phase.FINISHED)
            .build();

    public static final Transitions<WaveStatus> WAVE = Transitions.of("wave", WaveStatus.class)
            .from(
                    WaveStatus.PENDING,
                    WaveStatus.PAUSED,
                    WaveStatus.PRE_ACTIONS,
                    WaveStatus.SKIPPED,
                    WaveStatus.CANCELLED)
            .from(WaveStatus.PAUSED, WaveStatus.PRE_ACTIONS, WaveStatus.CANCELLED)
            .from(WaveStatus.PRE_ACTIONS, WaveStatus.LAUNCHING, WaveStatus.FAILED, WaveStatus.CANCELLED)
            .from(WaveStatus.LAUNCHING, WaveStatus.VALIDATING, WaveStatus.CANCELLED)
            .from(
                    WaveStatus.VALIDATING,
                    WaveStatus.POST_ACTIONS,
                    WaveStatus.PARTIAL,
                    WaveStatus.FAILED,
                    WaveStatus.CANCELLED)
            .from(
                    WaveStatus.POST_ACTIONS,
                    WaveStatus.COMPLETED,
                    WaveStatus.PARTIAL,
                    WaveStatus.FAILED,
                    WaveStatus.CANCELLED)
            .build();

    public static final Transitions<ServerStage> SERVER = Transitions.of("server", ServerStage.class)
            .from(ServerStage.WAITING, ServerStage.STARTING, ServerStage.FAILED)
            .from(ServerStage.STARTING, ServerStage.IN_JOB, ServerStage.WAITING, ServerStage.FAILED)
            .from(ServerStage.IN_JOB, ServerStage.LAUNCHED, ServerStage.FAILED)
            .from(ServerStage.LAUNCHED, ServerStage.VALIDATED, ServerStage.FAILED)
            .build();

    public static final Transitions<InstanceStage> INSTANCE = Transitions.of("instance", InstanceStage.class)
            .from(InstanceStage.UP, InstanceStage.GOING, InstanceStage.LEFT)
            .from(InstanceStage.GOING, InstanceStage.UP, InstanceStage.GONE, InstanceStage.LEFT)
            .build();

    private Lifecycles() {}
}
