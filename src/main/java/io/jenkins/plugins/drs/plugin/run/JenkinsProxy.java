package io.jenkins.plugins.drs.plugin.run;

import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.util.Secret;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings.HttpProxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** The proxy that Jenkins is told to use. */
final class JenkinsProxy {
    private JenkinsProxy() {}

    static Optional<HttpProxy> current() {
        return Optional.ofNullable(Jenkins.get().getProxy())
                .filter(proxy -> Util.fixEmptyAndTrim(proxy.getName()) != null)
                .map(JenkinsProxy::of);
    }

    private static HttpProxy of(ProxyConfiguration proxy) {
        return new HttpProxy(
                proxy.getName(),
                proxy.getPort(),
                Optional.ofNullable(Util.fixEmptyAndTrim(proxy.getUserName())),
                Optional.ofNullable(proxy.getSecretPassword())
                        .map(Secret::getPlainText)
                        .filter(text -> !text.isEmpty()),
                exceptions(Util.fixNull(proxy.getNoProxyHost())));
    }

    private static Set<String> exceptions(String hosts) {
        return Arrays.stream(hosts.split("[ \t\n,|]+"))
                .filter(host -> !host.isBlank())
                .collect(Collectors.toSet());
    }
}
