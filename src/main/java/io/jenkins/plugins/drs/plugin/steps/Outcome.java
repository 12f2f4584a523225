package io.jenkins.plugins.drs.plugin.steps;

import hudson.model.Result;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import java.io.IOException;
import java.io.Serializable;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What the end of an execution means for the build. */
final class Outcome implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(Outcome.class.getName());

    static final String UNSTABLE = "unstable";
    static final String FAILURE = "failure";
    static final String IGNORE = "ignore";

    private final String onPartial;
    private final boolean propagate;

    /**
     * @param onPartial one of unstable, failure and ignore
     * @param propagate whether a failure fails the step
     */
    Outcome(String onPartial, boolean propagate) {
        this.onPartial = onPartial;
        this.propagate = propagate;
    }

    static String checked(String onPartial) {
        if (!Set.of(UNSTABLE, FAILURE, IGNORE).contains(onPartial)) {
            throw new IllegalArgumentException(
                    "Expected onPartial unstable, failure or ignore, but got '" + onPartial + "'");
        }
        return onPartial;
    }

    /** Ends a step of which some part succeeded: the step fails, or returns what it has to tell. */
    void partial(StepContext context, Object told, String message) {
        if (propagate && onPartial.equals(FAILURE)) {
            context.onFailure(BuildConsole.abort(message));
            return;
        }
        if (propagate && onPartial.equals(UNSTABLE)) {
            markUnstable(context, message);
        }
        context.onSuccess(told);
    }

    /** Ends a step that failed: it returns what it has to tell only where failures are not propagated. */
    void failed(StepContext context, Object told, String message) {
        if (propagate) {
            context.onFailure(BuildConsole.abort(message));
        } else {
            context.onSuccess(told);
        }
    }

    /** Marks the build and the step. */
    private static void markUnstable(StepContext context, String message) {
        context.setResult(Result.UNSTABLE);
        try {
            FlowNode node = context.get(FlowNode.class);
            node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(message));
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The step has ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
