package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What befalls an automation action. Parameters appear as the plan writes them: references stay references. */
public sealed interface ActionEvent extends ExecutionEvent {
    ActionRef action();

    /**
     * The action is about to be started.
     *
     * @param clientToken makes the start idempotent, so that it may be repeated after a crash
     * @param deadline when it will be stopped
     * @param secretsFirst whether {@link ActionSecretsResolved} comes before any attempt to start it; false in journals of
     *     earlier versions
     */
    record ActionIntended(
            ActionRef action,
            String name,
            String documentName,
            Map<String, List<String>> parameters,
            Target target,
            String clientToken,
            Instant deadline,
            boolean secretsFirst)
            implements ActionEvent {
        public ActionIntended {
            Needed.value(action, "action");
            Needed.value(name, "name");
            Needed.value(documentName, "documentName");
            parameters = Needed.copy(parameters, "parameters");
            Needed.value(target, "target");
            Needed.text(clientToken, "clientToken");
            Needed.value(deadline, "deadline");
        }

        public ActionIntended(
                ActionRef action,
                String name,
                String documentName,
                Map<String, List<String>> parameters,
                Target target,
                String clientToken,
                Instant deadline) {
            this(action, name, documentName, parameters, target, clientToken, deadline, false);
        }
    }

    /**
     * The references in its parameters were resolved. From now on these versions are used, also after a restart.
     *
     * @param versions {@code VersionId} or {@code Version} by reference as the plan writes it; without those that have none
     */
    record ActionSecretsResolved(ActionRef action, Map<String, String> versions) implements ActionEvent {
        public ActionSecretsResolved {
            Needed.value(action, "action");
            versions = Needed.copy(versions, "versions");
        }
    }

    /** It is certain that the attempt to start it did nothing; it will be repeated. */
    record ActionNotStarted(ActionRef action, String reason) implements ActionEvent {
        public ActionNotStarted {
            Needed.value(action, "action");
            Needed.value(reason, "reason");
        }
    }

    /** It is about to be started again, with the same client token; the automation that it was said to be, if any, is another. */
    record ActionStartRepeated(ActionRef action) implements ActionEvent {
        public ActionStartRepeated {
            Needed.value(action, "action");
        }
    }

    record ActionStarted(ActionRef action, String automationExecutionId) implements ActionEvent {
        public ActionStarted {
            Needed.value(action, "action");
            Needed.text(automationExecutionId, "automationExecutionId");
        }
    }

    /** Its status or step changed. {@code status} is in the words of SSM. */
    record ActionObserved(ActionRef action, String status, Optional<String> currentStep) implements ActionEvent {
        public ActionObserved {
            Needed.value(action, "action");
            Needed.value(status, "status");
            currentStep = Needed.optional(currentStep);
        }
    }

    /** It is about to be stopped. */
    record ActionStopIntended(ActionRef action, ActionOutcome because) implements ActionEvent {
        public ActionStopIntended {
            Needed.value(action, "action");
            Needed.value(because, "because");
        }
    }

    /** SSM took the request to stop it. */
    record ActionStopped(ActionRef action) implements ActionEvent {
        public ActionStopped {
            Needed.value(action, "action");
        }
    }

    /**
     * It is over.
     *
     * @param status in the words of SSM; empty when it never ran
     * @param message why it failed; empty when it did not
     * @param ended when, by SSM; empty where SSM did not say
     */
    record ActionEnded(
            ActionRef action,
            ActionOutcome outcome,
            String status,
            String message,
            Map<String, List<String>> outputs,
            Optional<Instant> ended)
            implements ActionEvent {
        public ActionEnded {
            Needed.value(action, "action");
            Needed.value(outcome, "outcome");
            Needed.value(status, "status");
            Needed.value(message, "message");
            outputs = Needed.copy(outputs, "outputs");
            ended = Needed.optional(ended);
        }

        public ActionEnded(
                ActionRef action,
                ActionOutcome outcome,
                String status,
                String message,
                Map<String, List<String>> outputs) {
            this(action, outcome, status, message, outputs, Optional.empty());
        }
    }
}
