package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.AutomationAction.Document;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An action of a scenario; its name is that of its runbook. */
final class TestAction {
    final String document;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private Duration maxWaitTime = Duration.ofMinutes(5);
    private OnFailure onFailure = OnFailure.STOP;

    private TestAction(String document) {
        this.document = document;
    }

    static TestAction action(String document) {
        return new TestAction(document);
    }

    TestAction with(String parameter, String... values) {
        parameters.put(parameter, List.of(values));
        return this;
    }

    TestAction within(Duration limit) {
        maxWaitTime = limit;
        return this;
    }

    TestAction orElseContinue() {
        onFailure = OnFailure.CONTINUE;
        return this;
    }

    /** Names of the parameters that it gives. */
    List<String> parameterNames() {
        return List.copyOf(parameters.keySet());
    }

    AutomationAction toAction() {
        return new AutomationAction(
                document,
                new Document(document, Optional.empty()),
                parameters,
                maxWaitTime,
                onFailure,
                Optional.empty(),
                Map.of());
    }
}
