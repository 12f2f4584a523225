package io.jenkins.plugins.drs.engine.execution.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void shouldSendPeopleToTheTrustOfARoleThatCannotBeEntered() {
        assertThat(Refusal.remedy(denied("sts:AssumeRole")))
                .contains("trust policy", "external id", "in the plan", "credentials");
    }

    @Test
    void shouldNameTheOperationThatIsNotAllowed() {
        assertThat(Refusal.remedy(denied("drs:DescribeJobs"))).contains("Allow drs:DescribeJobs");
    }

    @Test
    void shouldNotBlameCredentialsThatCouldNotBeAskedFor() {
        assertThat(Refusal.remedy(failure(FailureKind.CREDENTIALS_UNREACHABLE, "sts:GetCallerIdentity")))
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
