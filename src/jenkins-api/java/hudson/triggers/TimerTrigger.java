// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.triggers;

import hudson.model.BuildableItem;
import hudson.model.Cause;

@SuppressWarnings({"rawtypes", "unchecked"})
public class TimerTrigger extends Trigger<BuildableItem> {
    public TimerTrigger(String timerSpec) {}

    public static class TimerTriggerCause extends Cause {
        public TimerTriggerCause() {}
    }
}
