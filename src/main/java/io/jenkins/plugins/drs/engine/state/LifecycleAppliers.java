package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectRecovered;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.CancelRequested;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.EngineDelayed;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionResumed;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.LineUnreadable;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.StopRequested;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.SelectedServer;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Appliers of what befalls the execution as a whole: lifecycle, preflight, calls. */
final class LifecycleAppliers {
    /** Calls that see how things stand. Evidence of each server and what a launch needs are not among them. */
    private static final Set<String> READS = Set.of(
            "DescribeDocument",
            "DescribeInstances",
            "DescribeInstanceInformation",
            "DescribeInstanceStatus",
            "DescribeJobLogItems",
            "DescribeJobs",
            "DescribeRecoveryInstances",
            "GetAutomationExecution",
            "GetCallerIdentity");

    /** Kinds of failures that keys do not recover from by themselves. */
    private static final Set<FailureKind> OF_KEYS = EnumSet.of(FailureKind.EXPIRED_KEYS, FailureKind.NO_CREDENTIALS);

    private LifecycleAppliers() {}

    static void register() {
        Appliers.on(ExecutionStarted.class, LifecycleAppliers::started);
        Appliers.on(ExecutionResumed.class, (state, event, at) -> {
            state.causes.about(Causes.EXECUTION);
            state.effects.remove(EffectHistory.KEYS); // whoever goes on may have others
            state.effects.replaceAll((effect, history) -> history.interrupted());
            state.loads.clear(); // the clock may not show for how long no engine ran
            away(state, state.lastEventAt, at);
        });
        Appliers.on(EngineDelayed.class, (state, event, at) -> away(state, event.due(), at));
        Appliers.on(LineUnreadable.class, (state, event, at) -> state.unreadable.add(event));
        Appliers.on(WavesBegun.class, (state, event, at) -> state.move(Phase.WAVES));
        Appliers.on(
                CancelRequested.class,
                (state, event, at) -> state.cancelReason = state.cancelReason.or(() -> Optional.of(event.reason())));
        Appliers.on(StopRequested.class, (state, event, at) -> state.stopRequested = true);
        Appliers.on(ExecutionFinished.class, (state, event, at) -> {
            state.move(Phase.FINISHED);
            state.finalStatus = event.status();
        });
        Appliers.on(TargetIdentified.class, (state, event, at) -> state.identities.put(event.target(), event));
        Appliers.on(StepDone.class, LifecycleAppliers::stepDone);
        Appliers.on(CallMade.class, LifecycleAppliers::called);
        Appliers.on(EffectFailed.class, LifecycleAppliers::failed);
        Appliers.on(
                EffectRecovered.class,
                (state, event, at) -> state.effects.put(
                        event.effect(), state.effect(event.effect()).recovered()));
    }

    private static void failed(ExecutionState state, EffectFailed event, Instant at) {
        state.effects.put(event.effect(), state.effect(event.effect()).failed(event, at));
        if (OF_KEYS.contains(event.kind())) {
            state.effects.put(
                    EffectHistory.KEYS, state.effect(EffectHistory.KEYS).failed(event, at));
        }
    }

    private static void called(ExecutionState state, CallMade event, Instant at) {
        state.effects.put(
                event.effect(),
                state.effect(event.effect()).called(event.at(), event.at().plusMillis(event.millis())));
        if (event.outcome().equals("ok")) {
            state.effects.remove(EffectHistory.KEYS);
        }
        if (READS.contains(event.operation())) {
            state.reads++;
        }
    }

    private static void started(ExecutionState state, ExecutionStarted event, Instant at) {
        state.started = event;
        state.startedAt = at;
        state.move(Phase.PREFLIGHT);
        for (Wave wave : state.plan().waves()) {
            state.waves.put(wave.waveName(), WaveState.pending(wave.waveName(), at));
        }
    }

    /** Cleanup gets its time again: nothing was taken down while the engine was away. */
    private static void away(ExecutionState state, Instant from, Instant at) {
        state.outages.add(from, at);
        if (state.phase == Phase.CLEANUP) {
            state.cleanupBegan = at;
        }
    }

    private static void stepDone(ExecutionState state, StepDone event, Instant at) {
        state.stepsDone.add(event.step());
        state.checks.addAll(event.checks());
        for (SelectedServer server : event.servers()) {
            state.servers.add(ServerState.waiting(server, at));
        }
    }
}
