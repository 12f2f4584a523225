package io.jenkins.plugins.drs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.Fault.FaultEffect;
import io.jenkins.plugins.drs.simulator.fault.Fault.FaultWindow;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.wire.Request;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {
    private final SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\"}");

    @Test
    void shouldThrottleAsOftenAsAskedAfterSkippingSome() {
        aws.simulator()
                .faults()
                .add(Fault.of(FaultKind.THROTTLE)
                        .on("drs", "DescribeJobs")
                        .skip(1)
                        .times(2)
                        .effect(new FaultEffect(null, null, null, 7, null)));

        int[] statuses = IntStream.range(0, 4).map(i -> describeJobs().status()).toArray();

        assertThat(statuses).containsExactly(200, 429, 429, 200);
    }

    @Test
    void shouldTellWhenToTryAgain() {
        aws.simulator().faults().add(Fault.of(FaultKind.THROTTLE).effect(new FaultEffect(null, null, null, 7, null)));

        assertThat(describeJobs().headers()).containsEntry("Retry-After", "7");
    }

    @Test
    void shouldFailWithAnyErrorThatIsAskedFor() {
        aws.simulator().faults().add(Fault.error("ConflictException", 409).on("drs", "DescribeJobs"));

        Response refused = describeJobs();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(SimulatedAws.error(refused)).contains("ConflictException");
    }

    @Test
    void shouldDoTheWorkAndLoseTheAnswer() {
        aws.simulator()
                .faults()
                .add(Fault.of(FaultKind.LOSE_ANSWER).on("drs", "StartRecovery").times(1));

        Response lost = aws.call("POST", "/StartRecovery", aws.launch(true, "db"));

        assertThat(lost.cut()).isTrue();
        assertThat(aws.drs("DescribeJobs", "{}").get("items")).hasSize(1);
    }

    @Test
    void shouldCutTheConnectionBeforeAnyWork() {
        aws.simulator()
                .faults()
                .add(Fault.of(FaultKind.CUT_CONNECTION)
                        .on("drs", "StartRecovery")
                        .times(1));

        Response lost = aws.call("POST", "/StartRecovery", aws.launch(true, "db"));

        assertThat(lost.cut()).isTrue();
        assertThat(aws.drs("DescribeJobs", "{}").get("items")).isEmpty();
    }

    @Test
    void shouldStrikeOnlyWithinItsTime() {
        aws.simulator()
                .faults()
                .add(Fault.of(FaultKind.ACCESS_DENIED).with(new FaultWindow(null, null, null, 60L, 120L)));

        assertThat(describeJobs().status()).isEqualTo(200);
        aws.after(Duration.ofSeconds(60));
        assertThat(describeJobs().status()).isEqualTo(403);
        aws.after(Duration.ofSeconds(60));
        assertThat(describeJobs().status()).isEqualTo(200);
    }

    @Test
    void shouldStrikeByChanceTheSameWayEveryTime() {
        Fault chance = Fault.of(FaultKind.THROTTLE).with(new FaultWindow(null, null, 0.5, null, null));
        SimulatedAws other = SimulatedAws.with("{\"hostname\": \"db\"}");
        aws.simulator().faults().add(chance);
        other.simulator().faults().add(chance);

        int[] one = IntStream.range(0, 50).map(i -> describeJobs().status()).toArray();
        int[] two = IntStream.range(0, 50)
                .map(i -> other.call("POST", "/DescribeJobs", "{}").status())
                .toArray();

        assertThat(one).isEqualTo(two).contains(200, 429);
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource({
        "THROTTLE, ssm, 400, ThrottlingException",
        "THROTTLE, ec2, 503, RequestLimitExceeded",
        "THROTTLE, sts, 400, Throttling",
        "ACCESS_DENIED, drs, 403, AccessDeniedException",
        "ACCESS_DENIED, ec2, 403, UnauthorizedOperation",
        "ACCESS_DENIED, secretsmanager, 400, AccessDeniedException",
        "EXPIRED_CREDENTIALS, sts, 403, ExpiredToken",
        "EXPIRED_CREDENTIALS, ec2, 400, RequestExpired",
        "ERROR, ssm, 500, InternalServerError",
    })
    void shouldSpeakTheWordsOfTheService(FaultKind kind, String service, int status, String code) {
        aws.simulator().faults().add(Fault.of(kind));

        Response refused = aws.simulator().handle(anyRequestTo(service));

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text()).contains(code);
    }

    @Test
    void shouldWriteEveryCallAndItsFaultIntoTheRecord() {
        aws.simulator().faults().add(Fault.of(FaultKind.THROTTLE).times(1));
        describeJobs();
        describeJobs();

        assertThat(aws.simulator().record().calls("DescribeJobs"))
                .extracting(call -> call.outcome() + " " + call.fault())
                .containsExactly("ThrottlingException THROTTLE", "OK null");
    }

    private Response describeJobs() {
        return aws.call("POST", "/DescribeJobs", "{}");
    }

    private static Request anyRequestTo(String service) {
        return switch (service) {
            case "ec2" -> WireRequests.query(service, "Action=DescribeInstances&Version=2016-11-15");
            case "sts" -> WireRequests.query(service, "Action=GetCallerIdentity&Version=2011-06-15");
            case "ssm" -> WireRequests.json(service, "AmazonSSM.GetParameter", "{}");
            case "secretsmanager" -> WireRequests.json(service, "secretsmanager.GetSecretValue", "{}");
            default -> SimulatedAws.request("POST", "/DescribeJobs", "{}", SimulatedAws.REGION);
        };
    }
}
