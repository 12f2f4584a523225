package io.jenkins.plugins.drs.simulator.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.simulator.environment.Environment.Quotas;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

    @Test
    void shouldHaveADefaultForEverything() {
        Environment environment = Environment.parse("{}");

        assertThat(environment.defaultAccount()).isEqualTo("123456789012");
        assertThat(environment.quotas()).isEqualTo(new Quotas(100, 20, 500, 1, 200, true));
        assertThat(environment.timing()).isEqualTo(Timing.typical());
        assertThat(environment.faults()).isEmpty();
    }

    @Test
    void shouldTakeTheFirstAccountAsDefault() {
        assertThat(Environment.parse("{\"accounts\": [{\"accountId\": \"111111111111\"}]}")
                        .defaultAccount())
                .isEqualTo("111111111111");
    }

    @Test
    void shouldReadAServer() {
        Environment environment = Environment.parse("""
            {"accounts": [{"accountId": "111111111111", "regions": {"us-east-1": {"sourceServers": [
              {"hostname": "db", "lagDuration": "PT5M", "failure": "conversion",
               "existingRecoveryInstance": {"isDrill": true}}]}}}]}
            """);

        SourceServerSpec server = environment
                .accounts()
                .get(0)
                .regions()
                .get("us-east-1")
                .sourceServers()
                .get(0);
        assertThat(server.lagDuration()).isEqualTo(Duration.ofMinutes(5));
        assertThat(server.failure()).isEqualTo(SourceServerSpec.LaunchPhase.CONVERSION);
        assertThat(server.existingRecoveryInstance().isDrill()).isTrue();
        assertThat(server.ssmAgent()).isTrue();
    }

    @Test
    void shouldComeWithAnExample() {
        assertThat(Environment.example().accounts()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                                   | line 1",
                "{\"sede\": 1}                                       | /sede",
                "{\"accounts\": [{}]}                                | /accounts/0",
                "{\"accounts\": [{\"accountId\": \"12\"}]}           | twelve digits",
                "{\"faults\": [{\"kind\": \"earthquake\"}]}          | earthquake",
                "{\"faults\": [{}]}                                  | kind",
            })
    void shouldSayWhereAndWhatIsWrong(String json, String hint) {
        assertThatThrownBy(() -> Environment.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(hint);
    }
}
