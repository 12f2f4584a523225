package io.jenkins.plugins.drs.plugin.steps;

import io.jenkins.plugins.drs.engine.document.sync.OnManualChange;
import io.jenkins.plugins.drs.plugin.configuration.schedule.DesiredJob;
import java.io.Serializable;

/** What {@code drsSync} was called with. Plain values that are kept with the build. */
final class SyncArguments implements Serializable {
    private static final long serialVersionUID = 1L;

    final String file;
    final OnManualChange onManualChange;
    final boolean failsWhenNotAllowed;
    final boolean dryRun;
    final boolean check;
    final boolean propagate;
    final String credentialsId;
    final String writeBack;
    final DesiredJob job;

    SyncArguments(DrsSyncStep step) {
        this.file = step.getFile();
        this.onManualChange = OnManualChange.of(step.getOnManualChange());
        this.failsWhenNotAllowed = step.getOnNotAllowed().equals(DrsSyncStep.FAIL);
        this.dryRun = step.isDryRun();
        this.check = step.isCheck();
        this.propagate = step.isPropagate();
        this.credentialsId = step.getCredentialsId();
        this.writeBack = step.getWriteBack();
        this.job = new DesiredJob(step.getTriggers(), step.getParameters(), step.getPlanParameter());
    }
}
