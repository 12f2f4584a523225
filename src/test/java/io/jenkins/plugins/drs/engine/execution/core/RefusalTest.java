package io.jenkins.plugins.drs.engine.execution.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.FailureKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void shouldSendPeopleToTheTrustOfARoleThatCannotBeEntered() {
        assertThat(Refusal.remedy(denied("sts:AssumeRole"))).contains("trust policy", "external id");
    }

    @Test
    void shouldNameTheOperationThatIsNotAllowed() {
        assertThat(Refusal.remedy(denied("drs:DescribeJobs"))).contains("Allow drs:DescribeJobs");
    }

    private static AwsFailure denied(String operation) {
        return new AwsFailure(
                new AwsFailure.Details(
                        FailureKind.ACCESS_DENIED,
                        operation,
                        "AccessDenied",
                        "is not authorized",
                        Optional.empty(),
                        Optional.empty()),
                null);
    }
}
