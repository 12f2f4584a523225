package io.jenkins.plugins.drs.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.simulator.state.LaunchTemplate.LaunchTemplateSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Ec2InstanceTest {
    private static final Instant T0 = Instant.parse("2026-01-05T03:00:00Z");

    @Test
    void shouldComeUpAsTimePasses() {
        Ec2Instance instance = instance(new Ec2Instance.Milestones(T0, at(10), null, at(20), false, at(30)));

        assertThat(instance.state(at(9))).isEqualTo("pending");
        assertThat(instance.status(at(9))).isEqualTo("not-applicable");
        assertThat(instance.state(at(10))).isEqualTo("running");
        assertThat(instance.status(at(19))).isEqualTo("initializing");
        assertThat(instance.status(at(20))).isEqualTo("ok");
        assertThat(instance.isSsmOnline(at(29))).isFalse();
        assertThat(instance.isSsmOnline(at(30))).isTrue();
    }

    @Test
    void shouldStayImpairedAndOfflineWhenToldSo() {
        Ec2Instance instance = instance(new Ec2Instance.Milestones(T0, at(10), null, at(20), true, null));

        assertThat(instance.status(at(1_000))).isEqualTo("impaired");
        assertThat(instance.isSsmOnline(at(1_000))).isFalse();
    }

    @Test
    void shouldGoDownOnceAndForGood() {
        Ec2Instance instance = instance(new Ec2Instance.Milestones(T0, at(10), null, at(20), false, at(30)));

        instance.terminate(at(40), at(50));
        instance.terminate(at(60), at(70));

        assertThat(instance.state(at(45))).isEqualTo("shutting-down");
        assertThat(instance.isSsmOnline(at(45))).isFalse();
        assertThat(instance.state(at(50))).isEqualTo("terminated");
    }

    private static Ec2Instance instance(Ec2Instance.Milestones milestones) {
        return new Ec2Instance(
                "i-0123456789abcdef0",
                new Ec2Instance.Origin("s-00000000000000000", "db", "drsjob-00000000000000000", true),
                new LaunchTemplateSettings("t3.micro", "subnet-1", List.of(), "10.0.0.4"),
                milestones,
                Map.of());
    }

    private static Instant at(long second) {
        return T0.plusSeconds(second);
    }
}
