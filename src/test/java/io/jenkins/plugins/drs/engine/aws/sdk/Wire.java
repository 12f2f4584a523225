package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.CallRecord;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource.AccessKeys;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Access to a scripted server, with the calls that were recorded and a clock that is moved by hand. */
final class Wire implements AutoCloseable {
    static final String OWN_ACCOUNT = "111111111111";
    static final String OTHER_ACCOUNT = "222222222222";
    static final Target OWN = Target.own("us-east-1");
    static final Target OTHER = new Target(Optional.of(OTHER_ACCOUNT), "eu-west-1");

    final WireServer server = new WireServer();
    final List<CallRecord> calls = new CopyOnWriteArrayList<>();
    final SdkConnections connections;
    final AwsAccess access;
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    Wire() {
        this(settings -> settings);
    }

    Wire(UnaryOperator<SdkSettings> adjust) {
        var keys = CredentialSource.keys(() -> new AccessKeys("AKIDBASE", "base-secret", Optional.empty()));
        var role = new RoleToAssume(OTHER_ACCOUNT, "DrRole", Optional.of("ext-1"), "drill #7 of shop");
        connections = new SdkConnections(adjust.apply(SdkSettings.of(keys)
                .withRoles(Map.of(OTHER_ACCOUNT, role))
                .withEndpoint(server.endpoint())
                .withClock(() -> now)));
        access = connections.open(calls::add);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    List<String> calledOperations() {
        return calls.stream().map(CallRecord::operation).toList();
    }

    static AwsFailure failureOf(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(AwsFailure.class, call);
    }

    @Override
    public void close() {
        connections.close();
        server.close();
    }
}
