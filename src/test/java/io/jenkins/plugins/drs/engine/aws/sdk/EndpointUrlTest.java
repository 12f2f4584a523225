package io.jenkins.plugins.drs.engine.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4566, http://127.0.0.1:4566",
        "http://0x7f000001:4566, http://127.0.0.1:4566",
        "http://0X7F.1, http://127.0.0.1",
        "http://2130706433:4566/, http://127.0.0.1:4566/",
        "http://127.1, http://127.0.0.1",
        "http://127.0.1, http://127.0.0.1",
        "http://0177.0.0.1, http://127.0.0.1",
        "http://017700000001, http://127.0.0.1",
        "http://[::ffff:127.0.0.1]:80, http://127.0.0.1:80",
        "http://[::1]:80, http://[::1]:80",
        "HTTP://LocalHost.:4566, http://localhost:4566",
        "http://127.0.0.1., http://127.0.0.1",
        "https://drs.us-east-1.amazonaws.com./a, https://drs.us-east-1.amazonaws.com/a"
    })
    void shouldNameAHostInOneWay(String written, String expected) {
        assertThat(EndpointUrl.of(written)).isEqualTo(URI.create(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://0x7f000001:1",
                "http://2130706433",
                "http://127.1",
                "http://127.8.9.10",
                "http://[::ffff:127.0.0.1]",
                "http://[0:0:0:0:0:0:0:1]",
                "http://0",
                "http://localhost.",
                "http://LOCALHOST"
            })
    void shouldFindTheLoopbackHoweverItIsWritten(String written) {
        assertThat(EndpointUrl.isLoopback(EndpointUrl.of(written))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://128.1", "http://0x7e000001", "http://169.254.169.254", "http://10.0.0.1"})
    void shouldNotTakeAnotherMachineForThisOne(String written) {
        assertThat(EndpointUrl.isLoopback(EndpointUrl.of(written))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:65536",
                "http://127.0.0.1:99999999999",
                "http://127.0.0.1:0",
                "http://localhost:-1",
                "http://user:secret@127.0.0.1:4566",
                "http://127.0.0.1@evil.example",
                "ftp://127.0.0.1",
                "127.0.0.1:4566",
                "localhost",
                "http://",
                "http:///x",
                "http://256.0.0.1",
                "http://1.2.3.4.5",
                "http://4294967296",
                "http://127.0.0.08",
                "http://[::g]",
                "http://a b",
                "http://localhost/?a=b",
                "http://under_score",
                ""
            })
    void shouldRefuseWhatIsNoEndpoint(String written) {
        assertThatThrownBy(() -> EndpointUrl.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected a ")
                .hasMessageNotContaining("secret");
    }
}
