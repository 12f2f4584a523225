package io.jenkins.plugins.drs.plugin.build;

import hudson.model.Run;
import hudson.security.Permission;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.DrillHost;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import io.jenkins.plugins.drs.plugin.run.DrillRecord;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;

/** An execution that cannot go on, or was closed because it could not, as its page shows it. */
public record DrillTrouble(Run<?, ?> build, DrillRecord record) {
    /** Null for an execution that goes on or ended by itself. */
    static DrillTrouble of(Run<?, ?> build, DrillRecord record) {
        DrillTrouble trouble = new DrillTrouble(build, record);
        return trouble.getLines().isEmpty() ? null : trouble;
    }

    public String getHeadline() {
        String mode = record.mode().word().toLowerCase(Locale.ROOT);
        return isStuck() ? Messages.DrillTrouble_stuck(mode) : Messages.DrillTrouble_closed(mode);
    }

    /** Why it cannot go on, or who closed it and why it could not. */
    public List<String> getLines() {
        return DrillIndex.get().stuck().told(record.executionId());
    }

    private boolean isStuck() {
        return DrillIndex.get().stuck().has(record.executionId());
    }

    /** Whether the user may close it, which leaves in AWS what it launched. */
    public boolean isCloser() {
        return isStuck() && DisasterRecoveryPermissions.isHeld(build.getParent(), permission());
    }

    /** What it takes to run such an execution. */
    private Permission permission() {
        return record.mode() == Mode.RECOVERY ? DisasterRecoveryPermissions.RECOVER : DisasterRecoveryPermissions.DRILL;
    }

    HttpResponse close() throws IOException {
        DisasterRecoveryPermissions.check(build.getParent(), permission());
        return DrillHost.get()
                        .close(
                                record.executionId(),
                                Jenkins.getAuthentication2().getName())
                ? HttpResponses.redirectTo(".")
                : DrillPages.refusal(Messages.DrillTrouble_notStuck());
    }
}
