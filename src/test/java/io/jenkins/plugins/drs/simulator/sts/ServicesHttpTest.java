package io.jenkins.plugins.drs.simulator.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.simulator.SimulatedAws;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServicesHttpTest {
    private final Simulator simulator = Simulator.start(SimulatorOptions.of("{}"));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void shouldNameItsRefusalInHeaderAndBody() throws Exception {
        HttpResponse<String> refused = send("ssm", "X-Amz-Target", "AmazonSSM.GetParameter", "{\"Name\": \"nope\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("x-amzn-errortype")).contains("ParameterNotFound");
        assertThat(refused.body()).contains("\"__type\":\"ParameterNotFound\"");
    }

    @Test
    void shouldAnswerEc2InXml() throws Exception {
        HttpResponse<String> answer = send(
                "ec2",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Action=DescribeInstances&Version=2016-11-15");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("text/xml;charset=UTF-8");
        assertThat(answer.body()).contains("<reservationSet></reservationSet>");
    }

    @Test
    void shouldTellWhoCalls() throws Exception {
        HttpResponse<String> answer = send(
                "sts",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Action=GetCallerIdentity&Version=2011-06-15");

        assertThat(answer.body()).contains("<GetCallerIdentityResult>", "<Account>123456789012</Account>");
    }

    private HttpResponse<String> send(String service, String header, String value, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.endpoint())
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        SimulatedAws.signed("AKIAEXAMPLE", "us-east-1", service).forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
