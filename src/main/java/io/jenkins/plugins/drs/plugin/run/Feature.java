package io.jenkins.plugins.drs.plugin.run;

import hudson.AbortException;
import java.util.function.Supplier;

/** What an administrator can switch off for the whole controller. */
public enum Feature {
    /** Runbooks before and after waves, and of their own. */
    AUTOMATION_ACTIONS("automationActions", Messages::feature_automationActions),
    /** Results, reports, histories and test results beyond a drill's summary and its journal. */
    DETAILED_RESULTS("detailedResults", Messages::feature_detailedResults),
    /** Configurations out of Jenkins and into it as documents. */
    EXPORT_IMPORT("exportImport", Messages::feature_exportImport),
    /** The built-in simulator in place of AWS, and the sample plans for it. */
    SIMULATOR("simulator", Messages::feature_simulator),
    /** Configurations that follow repositories. */
    SYNC("sync", Messages::feature_sync);

    private final String code;
    private final Supplier<String> title;

    Feature(String code, Supplier<String> title) {
        this.code = code;
        this.title = title;
    }

    String title() {
        return title.get();
    }

    /** Its name in Configuration as Code. */
    String code() {
        return code;
    }

    public boolean isOn() {
        return HostSettings.get().isOn(this);
    }

    /** What is switched off, and where it is switched on. */
    public String refusal() {
        return Messages.feature_off(title(), code);
    }

    /** @throws AbortException when it is switched off; says where it is switched on */
    public void require() throws AbortException {
        if (!isOn()) {
            throw BuildConsole.abort(refusal());
        }
    }
}
