package io.jenkins.plugins.drs.simulator.drs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.simulator.SimulatedAws;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.Peak;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaTest {

    @Test
    void shouldRefuseMoreServersThanAJobTakes() {
        SimulatedAws aws =
                SimulatedAws.with("{\"hostname\": \"s{n}\", \"count\": 3}", "\"quotas\": {\"serversPerJob\": 2},");

        Response refused = aws.call("POST", "/StartRecovery", aws.launch(true, "s1", "s2", "s3"));

        assertThat(refused.status()).isEqualTo(402);
        assertThat(SimulatedAws.error(refused)).contains("ServiceQuotaExceededException");
        assertThat(SimulatedAws.json(refused).get("quotaCode").asText()).isEqualTo("L-B827C881");
        assertThat(SimulatedAws.json(refused).get("serviceCode").asText()).isEqualTo("drs");
    }

    @Test
    void shouldRefuseOneJobTooMany() {
        SimulatedAws aws =
                SimulatedAws.with("{\"hostname\": \"s{n}\", \"count\": 3}", "\"quotas\": {\"concurrentJobs\": 2},");
        aws.drill("s1");
        aws.drill("s2");

        Response refused = aws.call("POST", "/StartRecovery", aws.launch(true, "s3"));

        assertThat(SimulatedAws.json(refused).get("quotaCode").asText()).isEqualTo("L-D88FAC3A");
        assertThat(aws.simulator().record().peak(SimulatedAws.ACCOUNT, SimulatedAws.REGION))
                .isEqualTo(new Peak(SimulatedAws.ACCOUNT, SimulatedAws.REGION, 2, 2));
    }

    @Test
    void shouldRefuseTooManyServersInAllJobs() {
        SimulatedAws aws =
                SimulatedAws.with("{\"hostname\": \"s{n}\", \"count\": 4}", "\"quotas\": {\"serversInAllJobs\": 3},");
        aws.drill("s1", "s2");

        Response refused = aws.call("POST", "/StartRecovery", aws.launch(true, "s3", "s4"));

        assertThat(SimulatedAws.json(refused).get("quotaCode").asText()).isEqualTo("L-05AFA8C6");
    }

    @Test
    void shouldLetServersInAgainWhenJobsHaveEnded() {
        SimulatedAws aws =
                SimulatedAws.with("{\"hostname\": \"s{n}\", \"count\": 2}", "\"quotas\": {\"concurrentJobs\": 1},");
        aws.drill("s1");

        aws.after(Duration.ofMinutes(10)).drill("s2");

        assertThat(aws.drs("DescribeJobs", "{}").get("items")).hasSize(2);
    }

    @Test
    void shouldRefuseAServerThatIsInAJobAlready() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\"}");
        aws.drill("db");

        Response refused = aws.call("POST", "/StartRecovery", aws.launch(true, "db"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(SimulatedAws.error(refused)).contains("ConflictException");
        assertThat(SimulatedAws.json(refused).get("resourceId").asText()).isEqualTo(aws.server("db"));
    }

    @Test
    void shouldCountOtherPeoplesJobs() {
        SimulatedAws aws = SimulatedAws.of("{\"quotas\": {\"serversInAllJobs\": 100}, \"accounts\": [{\"accountId\":"
                + " \"123456789012\", \"regions\": {\"us-east-1\": {\"foreignJobs\": [{\"sourceServers\": [\"a\"],"
                + " \"servers\": 99, \"startSeconds\": -60, \"durationSeconds\": 120}],\"sourceServers\": [{\"hostname\":"
                + " \"a\"}, {\"hostname\": \"b\"}]}}}]}");

        Response busy = aws.call("POST", "/StartRecovery", aws.launch(true, "a"));
        Response full = aws.call("POST", "/StartRecovery", aws.launch(true, "b"));
        aws.after(Duration.ofSeconds(60));

        assertThat(SimulatedAws.error(busy)).contains("ConflictException");
        assertThat(SimulatedAws.error(full)).contains("ServiceQuotaExceededException");
        assertThat(aws.call("POST", "/StartRecovery", aws.launch(true, "a", "b"))
                        .status())
                .isEqualTo(202);
    }
}
