package io.jenkins.plugins.drs.engine.aws.sdk;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;

/** Credentials and Region as the AWS command line finds them. */
public final class CommandLineSettings {
    /** In a profile: what is asked for credentials. */
    private static final Set<String> ASKING =
            Set.of("role_arn", "web_identity_token_file", "sso_session", "sso_start_url", "login_session");

    /** The services that give credentials, as system properties of their endpoints name them. */
    private static final List<String> GIVING = List.of("Sts", "Sso", "SsoOidc", "Signin");

    private CommandLineSettings() {}

    /**
     * Sends the calls there, too, with which the SDK itself asks for the credentials of a role or of single sign-on: it makes
     * clients of its own for them, which know nothing of an endpoint but through the process.
     */
    public static void askForCredentialsAt(URI endpoint) {
        if (environment("AWS_WEB_IDENTITY_TOKEN_FILE").isPresent() || isAskedByProfile()) {
            GIVING.forEach(service -> System.setProperty("aws.endpointUrl" + service, endpoint.toString()));
        }
    }

    private static boolean isAskedByProfile() {
        return ProfileFile.defaultProfileFile().profiles().values().stream()
                .anyMatch(profile -> !Collections.disjoint(profile.properties().keySet(), ASKING));
    }

    /**
     * Settings with the credentials of {@code --profile}, or of the default chain when none was given. The profile becomes
     * that of the process: its endpoints count for every client, also for the one with which the SDK assumes its role.
     */
    public static SdkSettings of(Optional<String> profile) {
        profile.ifPresent(name -> System.setProperty(ProfileFileSystemSetting.AWS_PROFILE.property(), name));
        return SdkSettings.of(profile.map(CredentialSource::profile).orElseGet(CredentialSource::defaultChain));
    }

    /**
     * The Region to work in: that of {@code --region}, else {@code AWS_REGION}, else {@code AWS_DEFAULT_REGION}, else
     * the profile's. The instance metadata service is never asked.
     *
     * @return empty when none of them says
     */
    public static Optional<String> region(Optional<String> option, Optional<String> profile) {
        return Stream.<Supplier<Optional<String>>>of(
                        () -> option,
                        () -> environment("AWS_REGION"),
                        () -> environment("AWS_DEFAULT_REGION"),
                        () -> profileRegion(profile.or(() -> environment("AWS_PROFILE"))))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static Optional<String> profileRegion(Optional<String> profile) {
        try {
            var provider = new AwsProfileRegionProvider(ProfileFile::defaultProfileFile, profile.orElse("default"));
            return Optional.ofNullable(provider.getRegion()).map(Region::id);
        } catch (SdkClientException noRegionInProfile) {
            return Optional.empty();
        }
    }
}
