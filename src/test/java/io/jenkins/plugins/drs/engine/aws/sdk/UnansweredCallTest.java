package io.jenkins.plugins.drs.engine.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.CallRecord;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings.CallTimeouts;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnansweredCallTest {
    private static final CallTimeouts SHORT_SILENCE =
            new CallTimeouts(Duration.ofSeconds(5), Duration.ofMillis(150), Duration.ofSeconds(5));
    private static final CallTimeouts SHORT_CALL =
            new CallTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(300));

    @Test
    void shouldBeInDoubtWhenConnectionIsCutAfterTheRequest() {
        try (var wire = new Wire()) {
            wire.server.answer("StartRecovery", Answers.cut());

            var failure = startFailure(wire);

            assertThat(failure.kind()).isEqualTo(FailureKind.NO_ANSWER);
            assertThat(wire.server.requests("StartRecovery")).hasSize(1);
            assertThat(wire.calls)
                    .singleElement()
                    .extracting(CallRecord::outcome, CallRecord::requestId)
                    .containsExactly(failure.details().code(), Optional.empty());
        }
    }

    @Test
    void shouldBeInDoubtWhenTheAnswerIsCutInTheMiddle() {
        try (var wire = new Wire()) {
            wire.server.answer("StartRecovery", Answers.cutInTheMiddle("{\"job\":{\"jobID\":"));

            assertThat(startFailure(wire).kind()).isEqualTo(FailureKind.NO_ANSWER);
        }
    }

    @Test
    void shouldBeInDoubtWhenTheAnswerIsGarbage() {
        try (var wire = new Wire()) {
            wire.server.answer("StartRecovery", Answers.json("{\"job\": hunter2"));

            var failure = startFailure(wire);

            assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE);
            assertThat(failure).hasStackTraceContaining("UnreadableAnswer");
            assertThat(TestText.everythingOf(failure)).doesNotContain("hunter2");
        }
    }

    @Test
    void shouldBeInDoubtWhenXmlIsCutInTheMiddle() {
        try (var wire = new Wire()) {
            wire.server.answer("GetCallerIdentity", Answers.xml("<GetCallerIdentityResponse><GetCallerIdentityRes"));

            var failure = Wire.failureOf(() -> wire.access.identity(Wire.OWN).whoAmI());

            assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE);
        }
    }

    @Test
    void shouldBeInDoubtWhenTheConnectionFallsSilent() {
        try (var wire = new Wire(settings -> settings.withTimeouts(SHORT_SILENCE))) {
            wire.server.answer("StartRecovery", Answers.silence());

            var failure = startFailure(wire);

            assertThat(failure.kind()).isEqualTo(FailureKind.NO_ANSWER);
            assertThat(failure.details().code()).isEqualTo("SocketTimeoutException");
            assertThat(wire.server.requests("StartRecovery")).hasSize(1);
        }
    }

    @Test
    void shouldBeInDoubtWhenTheCallTakesTooLong() {
        try (var wire = new Wire(settings -> settings.withTimeouts(SHORT_CALL))) {
            wire.server.answer("StartRecovery", Answers.silence());

            assertThat(startFailure(wire).kind()).isEqualTo(FailureKind.NO_ANSWER);
            assertThat(wire.server.requests("StartRecovery")).hasSize(1);
        }
    }

    @Test
    void shouldKnowThatARefusedConnectionDidNothing() throws IOException {
        var nobody = URI.create("http://127.0.0.1:" + closedPort());
        try (var wire = new Wire(settings -> settings.withEndpoint(nobody))) {
            var failure = startFailure(wire);

            assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
            assertThat(failure.details().message()).doesNotContain("SDK Attempt");
        }
    }

    @Test
    void shouldKnowThatAnUnknownHostDidNothing() {
        var nowhere = URI.create("http://drs.invalid:1");
        try (var wire = new Wire(settings -> settings.withEndpoint(nowhere))) {
            assertThat(startFailure(wire).kind()).isEqualTo(FailureKind.UNREACHABLE);
        }
    }

    private static AwsFailure startFailure(Wire wire) {
        return Wire.failureOf(() -> wire.access.drs(Wire.OWN).startRecovery(List.of("s-1"), true, Map.of()));
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
