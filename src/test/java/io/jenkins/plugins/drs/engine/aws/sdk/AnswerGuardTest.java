package io.jenkins.plugins.drs.engine.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

class AnswerGuardTest {
    private static final int LARGEST = 1000;

    private final Map<String, String> headers = new HashMap<>(Map.of("x-amzn-RequestId", "one"));
    private byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    private final AnswerGuard guard = new AnswerGuard(
            new LocalHttpClient(ask -> new LocalEndpoint.Answer(200, Map.copyOf(headers), body)), LARGEST);

    private String answer() throws IOException {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://127.0.0.1/"))
                .build();
        var response = guard.prepareRequest(
                        HttpExecuteRequest.builder().request(request).build())
                .call();
        return new String(response.responseBody().orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void shouldRefuseAnAnswerThatIsTooLarge() {
        body = new byte[LARGEST + 1];

        assertThatThrownBy(this::answer).hasMessage("The answer is larger than 1000 bytes");
    }

    @Test
    void shouldUnpackNoMoreThanFits() throws IOException {
        body = packed(new byte[50 << 20]);
        headers.put("Content-Encoding", "gzip");
        assertThat(body.length).isGreaterThan(LARGEST);
        body = packed(new byte[LARGEST * 100]);
        assertThat(body.length).isLessThan(LARGEST);

        assertThatThrownBy(this::answer).hasMessage("The answer is larger than 1000 bytes");
    }

    @Test
    void shouldUnpackWhatFits() throws IOException {
        body = packed("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        headers.put("Content-Encoding", "gzip");

        assertThat(answer()).isEqualTo("{\"a\":1}");
    }

    @Test
    void shouldRefuseTheAnswerToAnEarlierCallHoweverOftenItComes() throws IOException {
        answer();

        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(this::answer).hasMessageContaining("request id of an earlier call");
        }
    }

    @Test
    void shouldQuoteNothingButPages() {
        headers.clear();
        body = "{\"SecretString\":\"hunter2\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(this::answer)
                .hasMessageContaining("Not AWS answered")
                .message()
                .doesNotContain("hunter2");
    }

    private static byte[] packed(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
