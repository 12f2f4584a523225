package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings.HttpProxy;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

/** Makes the HTTP client that all clients share. */
final class HttpTransport {
    private HttpTransport() {}

    static SdkHttpClient open(SdkSettings settings) {
        return ApacheHttpClient.builder()
                .connectionTimeout(settings.timeouts().connect())
                .socketTimeout(settings.timeouts().socket())
                .proxyConfiguration(proxy(settings))
                .build();
    }

    /** A proxy is never asked for a loopback endpoint: it would look for it on its own machine. */
    private static ProxyConfiguration proxy(SdkSettings settings) {
        if (settings.endpoint().filter(EndpointUrl::isLoopback).isPresent()) {
            return ignoringSurroundings().build();
        }
        return settings.proxy().map(HttpTransport::explicit).orElseGet(() -> ProxyConfiguration.builder()
                .build());
    }

    private static ProxyConfiguration explicit(HttpProxy proxy) {
        var builder = ignoringSurroundings()
                .endpoint(URI.create("http://" + proxy.host() + ":" + proxy.port()))
                .nonProxyHosts(proxy.exceptHosts().stream()
                        .map(HttpTransport::toPattern)
                        .collect(Collectors.toSet()));
        proxy.user().ifPresent(builder::username);
        proxy.password().ifPresent(builder::password);
        return builder.build();
    }

    private static ProxyConfiguration.Builder ignoringSurroundings() {
        return ProxyConfiguration.builder().useSystemPropertyValues(false).useEnvironmentVariableValues(false);
    }

    /** The SDK matches hosts in lower case against regular expressions. */
    static String toPattern(String host) {
        return Pattern.quote(host.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q");
    }
}
