package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.result.ActionResult;
import io.jenkins.plugins.drs.engine.result.CleanupResult;
import io.jenkins.plugins.drs.engine.result.Evidence;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands below a failed test: what happened, what AWS said, what to do, and where the proof is. */
final class TestDetails {
    private final List<String> lines = new ArrayList<>();

    private TestDetails() {}

    static String of(ServerResult server) {
        TestDetails details = new TestDetails();
        server.failure().ifPresent(failure -> {
            details.add("What happened", failure.reason());
            details.add("AWS said", failure.rawError());
            details.add("What to do", failure.remedy());
            details.add("Failed in", failure.stage().toString());
            details.add("Job log", failure.logEvent());
        });
        details.add("Job", server.launch().drsJob().map(job -> job.jobId()));
        details.add("Recovery instance", server.recoveryInstance().map(it -> it.instanceId()));
        details.add("Where", server.identity().target().toString());
        details.proof(server.proof().evidence());
        return details.text();
    }

    static String of(ActionResult action) {
        TestDetails details = new TestDetails();
        details.add("What happened", action.progress().message());
        details.add("What to do", action.remedy());
        details.add("Runbook", action.runbook().documentName());
        details.add("Step", action.progress().currentStep());
        details.add("Automation execution", action.automationExecutionId().orElse("was not started"));
        details.add("Where", action.runbook().target().map(target -> target.toString()));
        details.proof(action.evidence());
        return details.text();
    }

    static String of(CleanupResult.Remnant remnant) {
        TestDetails details = new TestDetails();
        details.add("What happened", remnant.reason());
        details.add("What to do", remnant.remedy());
        return details.text();
    }

    private void add(String name, Optional<String> value) {
        value.ifPresent(it -> add(name, it));
    }

    private void add(String name, String value) {
        if (!value.isBlank()) {
            lines.add(name + ": " + value);
        }
    }

    private void proof(Evidence evidence) {
        add("Proof", evidence.decidedBy().map(line -> "line " + line + " of audit.jsonl"));
    }

    private String text() {
        return String.join("\n", lines);
    }
}
