package io.jenkins.plugins.drs.engine.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SdkConnectionsTest {
    @Test
    void shouldServeThreadsAtTheSameTimeFromOneSession() {
        try (var wire = new Wire()) {
            wire.server
                    .answer("GetCallerIdentity", Answers.callerIdentity(Wire.OWN_ACCOUNT))
                    .answer("AssumeRole", Answers.session("AKIDONE", "2026-03-01T11:00:00Z"))
                    .answer(
                            "DescribeSourceServers",
                            Answers.json("{\"items\":[{\"sourceServerID\":\"s-00000000000000001\"}]}"));

            long servers = IntStream.range(0, 40)
                    .parallel()
                    .mapToLong(i -> wire.access.drs(Wire.OTHER).sourceServers().size())
                    .sum();

            assertThat(servers).isEqualTo(40);
            assertThat(wire.server.requests("AssumeRole")).hasSize(1);
            assertThat(wire.server.requests("GetCallerIdentity")).hasSize(1);
        }
    }

    @Test
    void shouldKeepRegionsApart() {
        try (var wire = new Wire()) {
            wire.server.answer("DescribeSourceServers", Answers.json("{\"items\":[]}"));

            wire.access.drs(Target.own("us-east-1")).sourceServers();
            wire.access.drs(Target.own("us-west-2")).sourceServers();

            assertThat(wire.server.requests("DescribeSourceServers"))
                    .extracting(request -> request.header("Authorization").replaceFirst(".*/(us-[a-z]+-\\d)/.*", "$1"))
                    .containsExactly("us-east-1", "us-west-2");
        }
    }

    @Test
    void shouldNameTheProductInTheUserAgent() {
        try (var wire = new Wire()) {
            wire.server.answer("DescribeSourceServers", Answers.json("{\"items\":[]}"));

            wire.access.drs(Wire.OWN).sourceServers();

            assertThat(wire.server.only("DescribeSourceServers").header("User-agent"))
                    .contains("aws-drs-orchestration");
        }
    }

    @Test
    void shouldRefuseWorkAfterItWasClosed() {
        var wire = new Wire();
        wire.close();
        wire.close();

        assertThatThrownBy(() -> wire.access.drs(Wire.OWN)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldPreferTheRegionOfTheOption() {
        assertThat(CommandLineSettings.region(Optional.of("eu-west-3"), Optional.of("no-such-profile")))
                .contains("eu-west-3");
    }
}
