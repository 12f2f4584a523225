// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package jenkins.model.queue;

import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Queue;
import java.util.List;

public class ItemDeletion extends Queue.QueueDecisionHandler {
    public ItemDeletion() {}

    public static boolean contains(Item item) {
        throw new UnsupportedOperationException();
    }

    public boolean shouldSchedule(Queue.Task p, List<Action> actions) {
        throw new UnsupportedOperationException();
    }
}
