package io.jenkins.plugins.drs.engine.aws.sdk;

import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.ec2Error;
import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.error;
import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.stsError;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.CallRecord;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureClassificationTest {
    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "429, ThrottlingException, THROTTLED",
        "500, InternalServerException, SERVER_FAULT",
        "409, ConflictException, CONFLICT",
        "402, ServiceQuotaExceededException, QUOTA",
        "403, AccessDeniedException, ACCESS_DENIED",
        "404, ResourceNotFoundException, NOT_FOUND",
        "400, ValidationException, INVALID",
        "400, UninitializedAccountException, UNINITIALIZED",
        "403, ExpiredTokenException, EXPIRED_KEYS",
        "403, UnrecognizedClientException, NO_CREDENTIALS",
        "403, InvalidSignatureException, NO_CREDENTIALS",
        "403, MissingAuthenticationTokenException, NO_CREDENTIALS",
        "400, NeverHeardOfException, OTHER"
    })
    void shouldClassifyAnswersOfDrsAfterExactlyOneRequest(int status, String code, FailureKind kind) {
        wire.server.answer("StartRecovery", error(status, code));

        var failure = Wire.failureOf(() -> wire.access.drs(Wire.OWN).startRecovery(List.of("s-1"), true, Map.of()));

        assertThat(failure.details())
                .isEqualTo(new AwsFailure.Details(
                        kind,
                        "drs:StartRecovery",
                        code,
                        "told by AWS",
                        Optional.of(Answers.REQUEST_ID),
                        Optional.empty()));
        assertThat(wire.server.requests("StartRecovery")).hasSize(1);
        assertThat(wire.calls)
                .hasSize(1)
                .first()
                .extracting(CallRecord::outcome)
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "400, InvalidDocument, NOT_FOUND",
        "400, InvalidDocumentVersion, NOT_FOUND",
        "400, AccessDeniedException, ACCESS_DENIED",
        "400, ThrottlingException, THROTTLED",
        "500, InternalServerError, SERVER_FAULT",
        "400, InvalidParameters, INVALID"
    })
    void shouldClassifyAnswersOfSystemsManager(int status, String code, FailureKind kind) {
        wire.server.answer("DescribeDocument", error(status, code));

        var failure = Wire.failureOf(() -> wire.access.automation(Wire.OWN).describe("Doc", Optional.empty()));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.details().requestId()).contains(Answers.REQUEST_ID);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "400, AutomationDefinitionNotFoundException, NOT_FOUND",
        "400, AutomationDefinitionVersionNotFoundException, NOT_FOUND",
        "400, InvalidAutomationExecutionParametersException, INVALID",
        "429, AutomationExecutionLimitExceededException, QUOTA",
        "400, IdempotentParameterMismatch, INVALID"
    })
    void shouldClassifyRefusedStartsOfAutomations(int status, String code, FailureKind kind) {
        wire.server.answer("StartAutomationExecution", error(status, code));

        var failure = Wire.failureOf(
                () -> wire.access.automation(Wire.OWN).start("Doc", Optional.empty(), Map.of(), "token", Map.of()));

        assertThat(failure.kind()).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "503, RequestLimitExceeded, THROTTLED",
        "503, Unavailable, SERVER_FAULT",
        "500, InternalError, SERVER_FAULT",
        "403, UnauthorizedOperation, ACCESS_DENIED",
        "401, AuthFailure, ACCESS_DENIED",
        "400, RequestExpired, EXPIRED_KEYS",
        "400, InvalidLaunchTemplateId.NotFound, NOT_FOUND",
        "400, InvalidLaunchTemplateId.VersionNotFound, NOT_FOUND",
        "400, InvalidLaunchTemplateId.Malformed, INVALID",
        "400, InvalidParameterValue, INVALID",
        "400, MissingParameter, INVALID"
    })
    void shouldClassifyAnswersOfEc2(int status, String code, FailureKind kind) {
        wire.server.answer("DescribeLaunchTemplateVersions", ec2Error(status, code, "told by AWS"));

        var failure = Wire.failureOf(() -> wire.access.compute(Wire.OWN).launchTemplate("lt-1"));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.details().code()).isEqualTo(code);
        assertThat(failure.details().requestId()).contains(Answers.REQUEST_ID);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "403, ExpiredToken, EXPIRED_KEYS",
        "403, InvalidClientTokenId, NO_CREDENTIALS",
        "403, SignatureDoesNotMatch, NO_CREDENTIALS",
        "403, AccessDenied, ACCESS_DENIED",
        "400, Throttling, THROTTLED",
        "400, ValidationError, INVALID"
    })
    void shouldClassifyAnswersOfSts(int status, String code, FailureKind kind) {
        wire.server.answer("GetCallerIdentity", stsError(status, code));

        assertThat(Wire.failureOf(() -> wire.access.identity(Wire.OWN).whoAmI()).kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest(name = "status {0}")
    @ValueSource(ints = {200, 302, 400, 403, 404, 407, 408, 409, 413, 429, 500, 502, 503, 504})
    void shouldKnowNothingAfterAPageOfSomethingOnTheWay(int status) {
        wire.server.answer("StartRecovery", Answers.page(status));

        var failure = startFailure();

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE);
        assertThat(failure.kind().isInDoubt()).isTrue();
        assertThat(failure.details().message())
                .contains(
                        "status " + status, "text/html", "proxy", "Zscaler: blocked", "Access to this site is blocked")
                .doesNotContain("alert(1)", "<");
    }

    @ParameterizedTest(name = "status {0}")
    @ValueSource(ints = {302, 400, 403, 404, 407, 408, 409, 413, 429})
    void shouldKnowNothingAfterAStatusWithoutACode(int status) {
        wire.server.answer("StartRecovery", Answers.text(status, "{}"));

        var failure = startFailure();

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE);
        assertThat(failure.details().message()).contains("status " + status);
    }

    @Test
    void shouldKnowNothingAfterACodeWithoutARequestId() {
        wire.server.answer("StartRecovery", Answers.unsigned(400, "{\"__type\":\"ValidationException\"}"));

        assertThat(startFailure().kind()).isEqualTo(FailureKind.UNREADABLE);
    }

    private AwsFailure startFailure() {
        return Wire.failureOf(() -> wire.access.drs(Wire.OWN).startRecovery(List.of("s-1"), true, Map.of()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Retry-After, 7, PT7S", "x-amz-retry-after, 1500, PT1.5S"})
    void shouldTellHowLongAwsAsksToWait(String header, String value, Duration wait) {
        wire.server.answer(
                "DescribeSourceServers", error(429, "ThrottlingException", "slow down", Map.of(header, value)));

        var failure = Wire.failureOf(() -> wire.access.drs(Wire.OWN).sourceServers());

        assertThat(failure.details().retryAfter()).contains(wait);
    }
}
