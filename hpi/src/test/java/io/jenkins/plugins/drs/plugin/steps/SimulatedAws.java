package io.jenkins.plugins.drs.plugin.steps;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jvnet.hudson.test.JenkinsRule;

/**
 * A shop in three tiers, in a simulated AWS that outlives restarts of the controller. Its time stands still until the
 * drill waits for it, so a drill takes seconds.
 */
final class SimulatedAws implements AutoCloseable {
    static final String CREDENTIALS = "aws-dr";
    static final String SECRET = "secretAccessKeyThatMustNotBeSeenAnywhere";
    private static final String SAMPLE = "/io/jenkins/plugins/drs/samples/three-tier/";

    private final Simulator simulator;

    SimulatedAws() {
        simulator = Simulator.start(SimulatorOptions.of(sample("environment.json")));
    }

    /** Has the controller send every call here, and gives it credentials. */
    void useIn(JenkinsRule jenkins) throws IOException {
        DisasterRecoveryConfiguration.get()
                .setEndpointOverride(simulator.endpoint().toString());
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new AWSCredentialsImpl(
                        CredentialsScope.GLOBAL, CREDENTIALS, "AKIATESTTESTTESTTEST", SECRET, "test"));
        SystemCredentialsProvider.getInstance().save();
    }

    static String plan() {
        return sample("plan.yaml");
    }

    /** The plan with a pause before a wave. */
    static String planPausingBefore(String wave) {
        return plan().replace("- waveName: " + wave + "\n", "- waveName: " + wave + "\n        pauseBefore: true\n");
    }

    long calls(String operation) {
        return simulator.record().calls(operation).size();
    }

    int drillInstances() {
        return simulator.record().drillInstances().size();
    }

    int recoveredInstances() {
        return (int) simulator.record().instances().stream()
                .filter(instance -> !instance.drill())
                .count();
    }

    long automationsOf(String document) {
        return simulator.record().automations().stream()
                .filter(automation -> automation.document().equals(document))
                .count();
    }

    int runningAutomations() {
        SimulatorRecord record = simulator.record();
        return record.automations().size() - record.automationEnds().size();
    }

    void fault(String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.endpoint() + "/_simulator/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("Expected the fault to be taken, but got: " + answer.body());
        }
    }

    /** The answer to the next call of an operation comes late, so that something can happen in between. */
    void holdUp(String operation) throws IOException, InterruptedException {
        holdUp(operation, Duration.ofSeconds(15));
    }

    /** The same, for so much of real time. */
    void holdUp(String operation, Duration late) throws IOException, InterruptedException {
        fault("{\"kind\": \"delay\", \"match\": {\"operation\": \"" + operation
                + "\"}, \"when\": {\"times\": 1}, \"effect\": {\"delayMillis\": " + late.toMillis() + "}}");
    }

    private static String sample(String name) {
        try (InputStream in = Simulator.class.getResourceAsStream(SAMPLE + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
