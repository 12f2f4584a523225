package io.jenkins.plugins.drs.simulator.ssm;

import io.jenkins.plugins.drs.simulator.environment.DocumentSpec;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.fault.Occasion;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEndEntry;
import io.jenkins.plugins.drs.simulator.ssm.Automation.AutomationStatus;
import io.jenkins.plugins.drs.simulator.state.Region;
import java.time.Duration;

/** Takes an automation through its states, by entries in the world's agenda. */
final class AutomationRun {
    private static final Duration PENDING = Duration.ofSeconds(1);
    private static final Duration CANCELLING = Duration.ofSeconds(3);

    private final Region region;
    private final Automation automation;
    private final DocumentSpec document;
    private boolean completing;

    AutomationRun(Region region, Automation automation) {
        this.region = region;
        this.automation = automation;
        this.document = automation.order().document();
    }

    Automation automation() {
        return automation;
    }

    void start() {
        after(PENDING, this::begin);
    }

    /** Stops it shortly after. Stopping again changes nothing. */
    void cancel() {
        if (automation.status() != AutomationStatus.CANCELLING) {
            automation.cancelling();
            after(CANCELLING, () -> end(AutomationStatus.CANCELLED));
        }
    }

    /** Lets the step that is running end, and begins no other. */
    void complete() {
        completing = true;
    }

    private void begin() {
        if (automation.status() != AutomationStatus.PENDING) {
            return;
        }
        if (completing) {
            end(AutomationStatus.SUCCESS);
            return;
        }
        automation.beginNextStep(region.world().now());
        if (automation.status() != AutomationStatus.WAITING) {
            work();
        } else if (document.approvedAfterSeconds() != null) {
            after(Duration.ofSeconds(document.approvedAfterSeconds()), this::approve);
        }
    }

    private void approve() {
        if (automation.status() != AutomationStatus.WAITING) {
            return;
        }
        automation.endStep(AutomationStatus.SUCCESS, region.world().now());
        if (completing) {
            end(AutomationStatus.SUCCESS);
        } else {
            automation.beginNextStep(region.world().now());
            work();
        }
    }

    private void work() {
        Occasion occasion = Occasion.automation(region.accountId(), region.name(), document.name());
        boolean hangs = document.result() == DocumentSpec.Result.HANG
                || region.world().fault(FaultKind.HANG_AUTOMATION, occasion).isPresent();
        if (!hangs) {
            after(Duration.ofSeconds(document.durationSeconds()), this::finish);
        }
    }

    private void finish() {
        if (automation.status() == AutomationStatus.IN_PROGRESS) {
            end(
                    switch (document.result()) {
                        case FAILED -> AutomationStatus.FAILED;
                        case TIMED_OUT -> AutomationStatus.TIMED_OUT;
                        default -> AutomationStatus.SUCCESS;
                    });
        }
    }

    private void end(AutomationStatus result) {
        automation.end(result, region.world().now());
        region.world()
                .ledger()
                .add(new AutomationEndEntry(
                        automation.created(),
                        automation.ended(),
                        region.accountId(),
                        region.name(),
                        automation.id(),
                        document.name()));
    }

    private void after(Duration delay, Runnable happening) {
        region.world().agenda().at(region.world().now().plus(delay), happening);
    }
}
