package io.jenkins.plugins.drs.engine.aws.sdk;

import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.callerIdentity;
import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.error;
import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.json;
import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.session;
import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.stsError;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.CallRecord;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoleSessionTest {
    private static final String SERVERS = "DescribeSourceServers";

    private final Wire wire = new Wire();

    @BeforeEach
    void script() {
        wire.server
                .answer("GetCallerIdentity", callerIdentity(Wire.OWN_ACCOUNT))
                .answer(
                        "AssumeRole",
                        session("AKIDONE", "2026-03-01T11:00:00Z"),
                        session("AKIDTWO", "2026-03-01T12:00:00Z"))
                .answer(SERVERS, json("{\"items\":[]}"));
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void shouldAssumeTheRoleWithExternalIdAndFittingSessionName() {
        wire.access.drs(Wire.OTHER).sourceServers();

        assertThat(wire.server.only("AssumeRole").body())
                .contains("RoleArn=arn:aws:iam::222222222222:role/DrRole")
                .contains("ExternalId=ext-1")
                .contains("RoleSessionName=drill--7-of-shop");
        assertThat(wire.server.only("AssumeRole").header("Authorization")).contains("AKIDBASE", "/eu-west-1/sts/");
        assertThat(wire.server.only(SERVERS).header("Authorization")).contains("AKIDONE", "/eu-west-1/drs/");
        assertThat(wire.server.only(SERVERS).header("X-amz-security-token")).isEqualTo("token-AKIDONE");
    }

    @Test
    void shouldTellTheListenerWhoseCallNeededTheRole() {
        wire.access.drs(Wire.OTHER).sourceServers();

        assertThat(wire.calls)
                .extracting(CallRecord::service, CallRecord::operation, CallRecord::target)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("sts", "GetCallerIdentity", Wire.OTHER),
                        org.assertj.core.groups.Tuple.tuple("sts", "AssumeRole", Wire.OTHER),
                        org.assertj.core.groups.Tuple.tuple("drs", SERVERS, Wire.OTHER));
    }

    @Test
    void shouldShareOneSessionAmongServicesUntilItIsAboutToExpire() {
        wire.access.drs(Wire.OTHER).sourceServers();
        wire.pass(Duration.ofMinutes(54));
        wire.access.identity(Wire.OTHER).whoAmI();
        wire.connections.open(call -> {}).drs(Wire.OTHER).sourceServers();

        assertThat(wire.server.requests("AssumeRole")).hasSize(1);
    }

    @Test
    void shouldRenewTheSessionBeforeItExpires() {
        wire.access.drs(Wire.OTHER).sourceServers();
        wire.pass(Duration.ofMinutes(55));
        wire.access.drs(Wire.OTHER).sourceServers();

        assertThat(wire.server.requests("AssumeRole")).hasSize(2);
        assertThat(wire.server.requests(SERVERS).get(1).header("Authorization")).contains("AKIDTWO");
    }

    @Test
    void shouldRenewTheSessionAfterAwsSaidThatItExpired() {
        wire.server.answer(SERVERS, error(403, "ExpiredTokenException"), json("{\"items\":[]}"));

        var failure = Wire.failureOf(() -> wire.access.drs(Wire.OTHER).sourceServers());
        wire.access.drs(Wire.OTHER).sourceServers();

        assertThat(failure.kind()).isEqualTo(FailureKind.EXPIRED_CREDENTIALS);
        assertThat(wire.server.requests(SERVERS)).hasSize(2);
        assertThat(wire.server.requests(SERVERS).get(1).header("Authorization")).contains("AKIDTWO");
    }

    @Test
    void shouldNotAskForASessionAtEachCallWhereClocksDisagree() {
        wire.pass(Duration.ofHours(9));
        wire.access.drs(Wire.OTHER).sourceServers();
        wire.access.drs(Wire.OTHER).sourceServers();

        assertThat(wire.server.requests("AssumeRole")).hasSize(1);
    }

    @Test
    void shouldUseOwnCredentialsInOwnAccount() {
        var own = new Target(Optional.of(Wire.OWN_ACCOUNT), "eu-west-1");

        wire.access.drs(own).sourceServers();
        wire.access.drs(own).sourceServers();

        assertThat(wire.calledOperations()).containsExactly("GetCallerIdentity", SERVERS, SERVERS);
        assertThat(wire.server.requests(SERVERS).get(0).header("Authorization")).contains("AKIDBASE");
    }

    @Test
    void shouldSayWhichAccountHasNoRole() {
        var unknown = new Target(Optional.of("333333333333"), "eu-west-1");

        var failure = Wire.failureOf(() -> wire.access.drs(unknown).sourceServers());

        assertThat(failure.kind()).isEqualTo(FailureKind.NO_CREDENTIALS);
        assertThat(failure).hasMessageContaining("333333333333");
        assertThat(wire.calledOperations()).containsExactly("GetCallerIdentity");
    }

    @Test
    void shouldTellAsItsOwnFailureThatTheRoleIsDenied() {
        wire.server.answer("AssumeRole", stsError(403, "AccessDenied"));

        var failure = Wire.failureOf(() -> wire.access.drs(Wire.OTHER).sourceServers());

        assertThat(failure.kind()).isEqualTo(FailureKind.ACCESS_DENIED);
        assertThat(failure.details().operation()).isEqualTo("sts:AssumeRole");
        assertThat(wire.server.requests(SERVERS)).isEmpty();
        assertThat(wire.calledOperations()).containsExactly("GetCallerIdentity", "AssumeRole");
    }

    @Test
    void shouldWriteTheArnOfThePartition() {
        var china = new Target(Optional.of(Wire.OTHER_ACCOUNT), "cn-north-1");
        var government = new Target(Optional.of(Wire.OTHER_ACCOUNT), "us-gov-west-1");

        wire.access.drs(china).sourceServers();
        wire.access.drs(government).sourceServers();

        assertThat(wire.server.requests("AssumeRole"))
                .extracting(request -> request.body().replaceFirst("(?s).*RoleArn=(arn:[a-z-]+):.*", "$1"))
                .containsExactly("arn:aws-cn", "arn:aws-us-gov");
    }
}
