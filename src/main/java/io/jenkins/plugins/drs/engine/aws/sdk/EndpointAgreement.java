package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Sees to it that the calls of all services are answered by the same, before any but that of STS is made. */
final class EndpointAgreement {
    private final ConfiguredEndpoints configured;
    private final SdkHttpClient http;
    private final Map<URI, Endpoint> answered = new ConcurrentHashMap<>();

    EndpointAgreement(ConfiguredEndpoints configured, SdkHttpClient http) {
        this.configured = configured;
        this.http = http;
    }

    /**
     * Compares what answers each service with what answered STS.
     *
     * @throws AwsFailure {@link FailureKind#INVALID} when one is answered by something else
     */
    void require(Endpoint sts) {
        if (configured.byService().isEmpty() || configured.common().isPresent()) {
            return;
        }
        for (String service : ConfiguredEndpoints.SERVICES) {
            Endpoint other = of(service, sts);
            if (other.kind() != sts.kind() || !other.simulatorId().equals(sts.simulatorId())) {
                throw FailureClassifier.found(
                        "sts:GetCallerIdentity",
                        FailureKind.INVALID,
                        "MixedEndpoints",
                        "Calls of sts are answered by " + sts + ", and those of " + service + " by " + other + ". "
                                + ConfiguredEndpoints.WHERE);
            }
        }
    }

    private Endpoint of(String service, Endpoint sts) {
        URI address = configured.byService().get(service);
        if (address == null) {
            return service.equals("sts") ? sts : new Endpoint(Endpoint.Kind.AWS, "AWS", Optional.empty());
        }
        return AnsweringEndpoint.isAws(address)
                ? new Endpoint(Endpoint.Kind.AWS, address.toString(), Optional.empty())
                : answered.computeIfAbsent(address, this::ask);
    }

    /** Any answer tells who gives it, a refusal, too. */
    private Endpoint ask(URI address) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .uri(address.resolve("/"))
                .method(SdkHttpMethod.GET)
                .build();
        try {
            var answer = http.prepareRequest(
                            HttpExecuteRequest.builder().request(request).build())
                    .call();
            answer.responseBody().ifPresent(body -> body.abort());
            return AnsweringEndpoint.of(address, answer.httpResponse());
        } catch (IOException e) {
            throw FailureClassifier.found(
                    "sts:GetCallerIdentity",
                    FailureKind.UNREACHABLE,
                    e.getClass().getSimpleName(),
                    "It could not be asked what answers at " + address + ": " + e.getMessage());
        }
    }
}
