package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.execution.cleanup.CleanupDecider;
import io.jenkins.plugins.drs.engine.execution.cleanup.LeftoverDecider;
import io.jenkins.plugins.drs.engine.execution.cleanup.TerminationPlanner;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.launch.ContentionDecider;
import io.jenkins.plugins.drs.engine.execution.launch.JobDecider;
import io.jenkins.plugins.drs.engine.execution.launch.JobStarter;
import io.jenkins.plugins.drs.engine.execution.launch.LaunchDecider;
import io.jenkins.plugins.drs.engine.execution.launch.ReconcileDecider;
import io.jenkins.plugins.drs.engine.execution.preflight.PreflightDecider;
import io.jenkins.plugins.drs.engine.execution.validation.ValidationDecider;
import io.jenkins.plugins.drs.engine.execution.watch.Watcher;
import io.jenkins.plugins.drs.engine.execution.wave.ActionSequence;
import io.jenkins.plugins.drs.engine.execution.wave.CancelDecider;
import io.jenkins.plugins.drs.engine.execution.wave.CancelDecider.KeysDecider;
import io.jenkins.plugins.drs.engine.execution.wave.WaveDecider;
import io.jenkins.plugins.drs.engine.quota.LaunchBudget;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.time.Instant;
import java.util.List;

/** All deciders, asked in order. */
final class Deciders implements Decider {
    private final List<Decider> inOrder;

    Deciders(EngineSettings settings, OtherExecutions others) {
        Watcher watcher = new Watcher(settings.experience());
        ActionSequence actions = new ActionSequence(settings.timing(), watcher);
        LaunchBudget budget = new LaunchBudget(settings.limits());
        inOrder = List.of(
                new PreflightDecider(settings.timing(), settings.limits(), others),
                new LeftoverDecider(settings.timing(), others),
                new ContentionDecider(),
                new CancelDecider(actions),
                new KeysDecider(),
                new ReconcileDecider(settings.timing()),
                new JobDecider(watcher),
                new LaunchDecider(new JobStarter(budget, settings.timing(), others)),
                new ValidationDecider(watcher, settings.timing()),
                new WaveDecider(actions),
                new CleanupDecider(new TerminationPlanner(budget, settings.timing()), settings.timing()));
    }

    /** The first that has events ends the round, so that every decider sees what those before it decided. */
    @Override
    public void decide(ExecutionState state, Instant now, Decision decision) {
        for (Decider decider : inOrder) {
            decider.decide(state, now, decision);
            if (decision.hasEvents()) {
                return;
            }
        }
    }
}
