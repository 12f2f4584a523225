package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/**
 * Where the SDK sends the calls of each service when nothing is named to it: {@code AWS_ENDPOINT_URL} and its like for single
 * services, their system properties, {@code endpoint_url} and {@code services} of the profile. Asked of the SDK's own clients.
 *
 * @param byService the services that have an endpoint of their own; the others go to AWS
 */
public record ConfiguredEndpoints(Map<String, URI> byService) {
    private static final Target ANYWHERE = Target.own("us-east-1");
    static final String WHERE =
            "Send all services to one place: AWS_ENDPOINT_URL and its like for single services, endpoint_url and "
                    + "services of the profile, --endpoint-url";
    static final List<String> SERVICES = List.of("drs", "ec2", "ssm", "sts", "secretsmanager");

    public ConfiguredEndpoints {
        byService = Collections.unmodifiableMap(new TreeMap<>(byService));
    }

    /**
     * As environment, system properties and profile are now; no call is made.
     *
     * @throws IllegalArgumentException when one is no URL, or some services go to AWS and others elsewhere; its message
     *     says which
     */
    public static ConfiguredEndpoints of(SdkSettings settings) {
        requireFiles();
        try (SdkClients clients = new SdkClients(settings, NoCalls::new, new ProvenPlaces())) {
            return of(clients, ANYWHERE, AnonymousCredentialsProvider.create()).whole();
        } catch (SdkClientException | IllegalArgumentException noUrl) {
            throw new IllegalArgumentException(noUrl.getMessage() + ". " + WHERE, noUrl);
        }
    }

    private static void requireFiles() {
        try {
            ProfileFile.defaultProfileFile();
        } catch (IllegalArgumentException | SdkClientException garbage) {
            throw new IllegalArgumentException(
                    "The configuration files of AWS cannot be read: " + garbage.getMessage()
                            + ". Correct ~/.aws/config and ~/.aws/credentials, or what AWS_CONFIG_FILE and "
                            + "AWS_SHARED_CREDENTIALS_FILE name",
                    garbage);
        }
    }

    /**
     * Whether {@code AWS_IGNORE_CONFIGURED_ENDPOINT_URLS}, else {@code ignore_configured_endpoint_urls} of the profile, sends
     * all calls to AWS, as the AWS CLI understands it. The SDK for Java does not know them.
     */
    static boolean areIgnored() {
        return Stream.<Supplier<Optional<String>>>of(
                        () -> Optional.ofNullable(System.getProperty("aws.ignoreConfiguredEndpointUrls")),
                        () -> Optional.ofNullable(System.getenv("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")),
                        () -> ProfileFile.defaultProfileFile()
                                .profile(ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow())
                                .flatMap(profile -> profile.property("ignore_configured_endpoint_urls")))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }

    private ConfiguredEndpoints whole() {
        long elsewhere = byService.values().stream()
                .filter(endpoint -> !AnsweringEndpoint.isAws(endpoint))
                .count();
        if (elsewhere > 0 && elsewhere < SERVICES.size()) {
            throw new IllegalArgumentException(
                    "Calls of some services go to AWS and those of others elsewhere: " + byService);
        }
        return this;
    }

    /** Where these clients would send calls. */
    static ConfiguredEndpoints of(SdkClients clients, Target target, AwsCredentialsProvider caller) {
        if (areIgnored()) {
            return new ConfiguredEndpoints(Map.of());
        }
        Map<String, URI> found = new TreeMap<>();
        Map<String, AwsServiceClientConfiguration> all = Map.of(
                "drs", clients.drs(target, caller).serviceClientConfiguration(),
                "ec2", clients.ec2(target, caller).serviceClientConfiguration(),
                "ssm", clients.ssm(target, caller).serviceClientConfiguration(),
                "sts", clients.sts(target, caller).serviceClientConfiguration(),
                "secretsmanager", clients.secretsManager(target, caller).serviceClientConfiguration());
        all.forEach((service, configuration) -> configuration
                .endpointOverride()
                .ifPresent(endpoint -> found.put(service, EndpointUrl.of(endpoint.toString()))));
        return new ConfiguredEndpoints(found);
    }

    /** The endpoint that all services have in common; empty when a service goes elsewhere, or all to AWS. */
    public Optional<URI> common() {
        Collection<URI> all = byService.values();
        return all.size() == SERVICES.size() && all.stream().distinct().count() == 1
                ? all.stream().findFirst()
                : Optional.empty();
    }

    /** An endpoint that is not one of AWS; empty when there is none. */
    public Optional<URI> notAws() {
        return Stream.concat(Stream.ofNullable(byService.get("drs")), byService.values().stream())
                .filter(endpoint -> !AnsweringEndpoint.isAws(endpoint))
                .findFirst();
    }

    /** A transport of clients that are only asked where they would send calls. */
    private static final class NoCalls implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            throw new IllegalStateException("Expected no call, but got one");
        }

        @Override
        public void close() {}
    }
}
