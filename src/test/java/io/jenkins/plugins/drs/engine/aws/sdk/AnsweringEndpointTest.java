package io.jenkins.plugins.drs.engine.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.plan.Endpoint.Kind;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpResponse;

class AnsweringEndpointTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sts.us-east-1.amazonaws.com",
                "https://sts.amazonaws.com",
                "https://drs-fips.us-gov-west-1.amazonaws.com/DescribeJobs",
                "https://ec2.us-east-1.api.aws",
                "https://drs.cn-north-1.amazonaws.com.cn",
                "https://secretsmanager-fips.us-east-1.api.aws",
                "https://vpce-0123456789abcdef0-abcdefgh.ssm.eu-central-1.vpce.amazonaws.com",
                "https://drs.eusc-de-east-1.amazonaws.eu"
            })
    void shouldTakeTheServicesOfEveryPartitionForAws(String address) {
        assertThat(answering(address, Optional.empty()).kind()).isEqualTo(Kind.AWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:4566",
                "http://drs.us-east-1.amazonaws.com",
                "https://localhost.localstack.cloud:4566",
                "https://ec2-3-120-1-2.eu-central-1.compute.amazonaws.com",
                "https://mine.eu-central-1.elb.amazonaws.com",
                "https://abc123.execute-api.us-east-1.amazonaws.com",
                "https://sts.us-east-1.amazonaws.com.example.org",
                "https://notamazonaws.com"
            })
    void shouldTakeNothingElseForAws(String address) {
        Endpoint endpoint = answering(address, Optional.empty());

        assertThat(endpoint.kind()).isEqualTo(Kind.OTHER);
        assertThat(address).startsWith(endpoint.address());
    }

    @Test
    void shouldKnowTheSimulatorByItsAnswerAtAnyAddress() {
        assertThat(answering("https://sts.us-east-1.amazonaws.com", Optional.of("world-1")))
                .isEqualTo(new Endpoint(Kind.SIMULATOR, "https://sts.us-east-1.amazonaws.com", Optional.of("world-1")));
    }

    private static Endpoint answering(String address, Optional<String> world) {
        var answer = SdkHttpResponse.builder().statusCode(200);
        world.ifPresent(id -> answer.putHeader("X-Drs-Simulator-World", id));
        return AnsweringEndpoint.of(URI.create(address), answer.build());
    }
}
