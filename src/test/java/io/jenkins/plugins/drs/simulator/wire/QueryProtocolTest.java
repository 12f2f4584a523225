package io.jenkins.plugins.drs.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.shape.Shape;
import io.jenkins.plugins.drs.simulator.wire.Protocol.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryProtocolTest {

    @Test
    void shouldReadListsOfEc2() {
        Decoded decoded = Protocol.EC2_QUERY.decode(form(
                "Action=X&Version=2016-11-15&InstanceId.1=i-1&InstanceId.2=i-2&Filter.1.Name=a&Filter.1.Value.1=b+c"));

        assertThat(decoded.operation()).isEqualTo("X");
        assertThat(decoded.input().toString())
                .isEqualTo("{\"InstanceId\":[\"i-1\",\"i-2\"],\"Filter\":[{\"Name\":\"a\",\"Value\":[\"b c\"]}]}");
    }

    @Test
    void shouldReadListsOfSts() {
        Decoded decoded = Protocol.STS_QUERY.decode(form("Action=X&Version=2011-06-15&Tags.member.1.Key=a"));

        assertThat(decoded.input().toString()).isEqualTo("{\"Tags\":[{\"Key\":\"a\"}]}");
    }

    @Test
    void shouldGiveTextTheTypeOfItsShape() {
        Shape shape = Shape.structure().optional("Max", Shape.integer(1, 9)).optional("Dry", Shape.bool());
        ObjectNode input = Json.object().put("Max", "5").put("Dry", "true");

        shape.typed(input);

        assertThat(input.toString()).isEqualTo("{\"Max\":5,\"Dry\":true}");
        assertThat(shape.violations(input)).isEmpty();
    }

    @Test
    void shouldWriteListsOfEc2() {
        ObjectNode output = Json.object();
        output.putArray("reservationSet").addObject().put("id", "<1>").putNull("gone");

        String xml = Protocol.EC2_QUERY.encode("X", output, 200, "r-1").text();

        assertThat(xml)
                .contains("<XResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r-1</requestId>"
                        + "<reservationSet><item><id>&lt;1&gt;</id></item></reservationSet></XResponse>");
    }

    @Test
    void shouldWriteErrorsOfEachDialect() {
        AwsError error = new AwsError(400, "Bad", "no");

        assertThat(Protocol.EC2_QUERY.encode(error, "r").text())
                .contains("<Response><Errors><Error><Code>Bad</Code><Message>no</Message></Error></Errors>"
                        + "<RequestID>r</RequestID></Response>");
        assertThat(Protocol.STS_QUERY.encode(error, "r").text())
                .contains("<Error><Type>Sender</Type><Code>Bad</Code><Message>no</Message></Error>"
                        + "<RequestId>r</RequestId></ErrorResponse>");
    }

    private static Request form(String body) {
        return new Request("POST", "/", "", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
