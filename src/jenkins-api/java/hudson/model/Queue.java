// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import hudson.ExtensionPoint;
import hudson.model.queue.SubTask;
import java.util.List;
import jenkins.model.FullyNamedModelObject;

public class Queue {
    public Queue(LoadBalancer loadBalancer) {}

    public interface Task extends FullyNamedModelObject, SubTask {}

    public abstract static class QueueDecisionHandler implements ExtensionPoint {
        public QueueDecisionHandler() {}

        public abstract boolean shouldSchedule(Task p, List<Action> actions);
    }

    public interface QueueAction extends Action {
        boolean shouldSchedule(List<Action> actions);
    }

    public abstract static class Item extends Actionable {
        protected Item(Queue.Item item) {}
    }

    public interface Executable extends Runnable {}
}
