package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStarted;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStopIntended;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationAccepted;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationIntended;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingsIntended;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionResumed;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceFound;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells which event made the engine call AWS. A call names the effect that it was made for; an effect is due because of
 * an event, by the rules of the engine's deciders.
 */
final class Causes {
    private static final String WAVES = "waves";

    private final Map<String, Long> byEffect = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private long first;

    void accept(RecordedEvent recorded) {
        long number = recorded.sequence();
        ExecutionEvent event = recorded.event();
        if (event instanceof ExecutionStarted || event instanceof ExecutionResumed) {
            first = number;
        } else if (event instanceof WaveMoved) {
            byEffect.put(WAVES, number);
        } else if (event instanceof SettingsIntended intended) {
            byEffect.put("settings/" + intended.sourceServerId(), number);
        } else if (event instanceof ActionIntended intended) {
            byEffect.put("action/start/" + intended.action(), number);
        } else if (event instanceof ActionStarted started) {
            byEffect.put("action/watch/" + started.action(), number);
        } else if (event instanceof ActionStopIntended stop) {
            byEffect.put("action/stop/" + stop.action(), number);
        } else {
            launches(event, number);
        }
    }

    private void launches(ExecutionEvent event, long number) {
        if (event instanceof LaunchIntended intended) {
            byEffect.put(intended.launchId(), number);
            targets.put(intended.launchId(), intended.target().key());
        } else if (event instanceof LaunchAccepted accepted) {
            watched(accepted.launchId(), accepted.jobId(), number);
        } else if (event instanceof TerminationAccepted accepted) {
            watched(accepted.terminationId(), accepted.jobId(), number);
        } else if (event instanceof JobObserved seen) {
            byEffect.put("log/" + seen.jobId(), number);
            byEffect.put("instances/" + targets.get(seen.jobId()), number);
        } else if (event instanceof InstanceFound found) {
            byEffect.put("snapshot/" + found.sourceServerId(), number);
            byEffect.put("validate/" + targets.get(found.jobId()), number);
        } else if (event instanceof TerminationIntended intended) {
            byEffect.put(intended.terminationId(), number);
            targets.put(intended.terminationId(), intended.target().key());
        } else if (event instanceof CleanupBegun) {
            byEffect.put("remains", number);
        }
    }

    private void watched(String intent, String jobId, long number) {
        String target = targets.getOrDefault(intent, "");
        targets.put(jobId, target);
        byEffect.put("watch/" + target, number);
    }

    /** Number of the event that an effect was due for; that of the execution's start where no other is. */
    long of(String effect) {
        String kind = effect.substring(0, Math.max(0, effect.indexOf('/')));
        Long cause = byEffect.get(effect);
        if (cause == null) {
            cause = byEffect.get(effect.substring(effect.lastIndexOf('/') + 1));
        }
        if (cause == null) {
            cause = byEffect.get(kind.equals("load") ? WAVES : kind);
        }
        return cause == null ? first : cause;
    }
}
