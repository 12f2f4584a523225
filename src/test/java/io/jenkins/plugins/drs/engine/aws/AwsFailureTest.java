package io.jenkins.plugins.drs.engine.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwsFailureTest {
    @Test
    void shouldSendPeopleToTheTrustOfARoleThatCannotBeEntered() {
        assertThat(denied("sts:AssumeRole").remedy())
                .contains("trust policy", "external id", "in the plan", "credentials");
    }

    @Test
    void shouldNameTheOperationThatIsNotAllowed() {
        assertThat(denied("drs:DescribeJobs").remedy()).contains("Allow drs:DescribeJobs");
    }

    @Test
    void shouldNotBlameCredentialsThatCouldNotBeAskedFor() {
        assertThat(failure(FailureKind.CREDENTIALS_UNREACHABLE, "sts:GetCallerIdentity")
                        .remedy())
                .contains("not refused", "STS", "proxy")
                .doesNotContain("valid AWS credentials");
    }

    private static AwsFailure denied(String operation) {
        return failure(FailureKind.ACCESS_DENIED, operation);
    }

    private static AwsFailure failure(FailureKind kind, String operation) {
        return new AwsFailure(
                new AwsFailure.Details(
                        kind, operation, "AccessDenied", "is not authorized", Optional.empty(), Optional.empty()),
                null);
    }
}
