package io.jenkins.plugins.drs.plugin.run;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.drs.engine.aws.sdk.EndpointUrl;
import io.jenkins.plugins.drs.engine.document.store.HistoryPolicy;
import java.net.URI;
import java.util.Optional;

/** What administrators have set for all drills of this controller. */
public interface HostSettings extends ExtensionPoint {
    /** Whether the built-in simulator stands in for AWS. */
    boolean isUseSimulator();

    /** How many simulated seconds pass in a real one; above 0. */
    double getSimulatorTimeScale();

    /** Where to send every call instead of AWS. */
    Optional<URI> endpoint();

    /** Whether jobs may work with the controller's own AWS credentials. */
    boolean isAllowControllerCredentials();

    /** Credentials of jobs that name none. */
    Optional<String> defaultCredentials();

    /** Region of automations that name none. */
    Optional<String> defaultRegionCode();

    /** How much of the history of the stored configuration is kept. */
    HistoryPolicy historyPolicy();

    /** Whether a feature may be used. */
    boolean isOn(Feature feature);

    /** The settings in force. */
    static HostSettings get() {
        return ExtensionList.lookupSingleton(HostSettings.class);
    }

    /**
     * The endpoint that a text names, its host written in one way.
     *
     * @throws IllegalArgumentException when it is no URL of HTTP or HTTPS, names a user, or a port beyond 65535
     */
    static URI endpointAt(String text) {
        return EndpointUrl.of(text);
    }
}
