package io.jenkins.plugins.drs.engine.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource.AccessKeys;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.execution.preflight.SamePlace;
import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.plan.Endpoint.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers in place of AWS may stand at another address for each service. */
class ServicesElsewhereTest {
    private static final String ACCOUNT = "123456789012";
    private static final Set<String> SERVICES = Set.of("Drs", "Ec2", "Ssm", "Sts", "SecretsManager");

    private final WireServer gateway = new WireServer().answer("GetCallerIdentity", Answers.callerIdentity(ACCOUNT));
    private final WireServer second = new WireServer();

    @BeforeEach
    void leadElsewhere() {
        System.setProperty("aws.endpointUrl", gateway.endpoint().toString());
    }

    @AfterEach
    void tidyUp() {
        System.clearProperty("aws.endpointUrl");
        SERVICES.forEach(service -> System.clearProperty("aws.endpointUrl" + service));
        gateway.close();
        second.close();
    }

    @Test
    void shouldNameOneAddressWhereAllServicesHaveOne() {
        assertThat(answering())
                .isEqualTo(new Endpoint(Kind.OTHER, gateway.endpoint().toString(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Drs", "Ec2", "Ssm", "SecretsManager"})
    void shouldNotBeWhereItBeganWhenOneServiceGoesToAnotherAddress(String service) {
        TargetIdentified began = identified(answering());

        System.setProperty("aws.endpointUrl" + service, second.endpoint().toString());

        Endpoint now = answering();
        assertThat(now.services().orElseThrow())
                .isEqualTo(Map.of(service.toLowerCase(), second.endpoint().toString()));
        assertThat(SamePlace.difference(began, identified(now), false)).hasValueSatisfying(words -> assertThat(words)
                .contains(gateway.endpoint().toString())
                .contains(service.toLowerCase() + " at " + second.endpoint()));
        assertThat(SamePlace.difference(identified(now), identified(answering()), false))
                .isEmpty();
    }

    private static TargetIdentified identified(Endpoint endpoint) {
        return new TargetIdentified(Wire.OWN, ACCOUNT, "arn:aws:iam::" + ACCOUNT + ":user/a", Optional.of(endpoint));
    }

    private static Endpoint answering() {
        var keys = CredentialSource.keys(() -> new AccessKeys("AKIDBASE", "base-secret", Optional.empty()));
        try (var connections = new SdkConnections(SdkSettings.of(keys))) {
            return connections.open(call -> {}).identity(Wire.OWN).whoAmI().endpoint();
        }
    }
}
