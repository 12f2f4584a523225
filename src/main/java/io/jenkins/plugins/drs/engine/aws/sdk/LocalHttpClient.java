package io.jenkins.plugins.drs.engine.aws.sdk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Hands requests to a {@link LocalEndpoint}, on the thread that makes the call. */
record LocalHttpClient(LocalEndpoint endpoint) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return response(endpoint.answer(ask(request)));
            }

            @Override
            public void abort() {}
        };
    }

    private static LocalEndpoint.Ask ask(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        byte[] body = new byte[0];
        if (request.contentStreamProvider().isPresent()) {
            try (InputStream content = request.contentStreamProvider().get().newStream()) {
                body = content.readAllBytes();
            }
        }
        return new LocalEndpoint.Ask(
                http.method().name(),
                http.encodedPath(),
                http.encodedQueryParameters().orElse(""),
                http.headers(),
                body);
    }

    private static HttpExecuteResponse response(LocalEndpoint.Answer answer) {
        SdkHttpResponse.Builder http = SdkHttpResponse.builder().statusCode(answer.status());
        answer.headers().forEach(http::putHeader);
        http.putHeader("Content-Length", String.valueOf(answer.body().length));
        return HttpExecuteResponse.builder()
                .response(http.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
                .build();
    }

    @Override
    public void close() {}

    @Override
    public String clientName() {
        return "Local";
    }
}
