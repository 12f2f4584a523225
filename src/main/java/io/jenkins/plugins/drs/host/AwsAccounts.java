package io.jenkins.plugins.drs.host;

import com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.EnvVars;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.drs.engine.aws.sdk.AccessKeys;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource;
import io.jenkins.plugins.drs.host.AccessChoice.Source;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Chooses and opens the credentials of a build. Keys stay in memory. */
final class AwsAccounts {
    private AwsAccounts() {}

    /**
     * Chooses nothing where no call may be made, else in this order: the simulator where it is on; the id that the step names; {@code AWS_*} variables of the
     * build ({@link BuildKeys}); the default id; the controller's own credentials.
     *
     * @throws AccessRefusedException when the build may use none of them, or the id does not exist for it
     */
    static AccessChoice choose(DrillRequest wanted, BuildSide side, HostSettings settings)
            throws AccessRefusedException {
        if (wanted.limits().options().found().forbidsCalls()) {
            return new AccessChoice(Source.NONE, Optional.empty());
        }
        return choose(wanted.credentialsId(), side, settings);
    }

    static AccessChoice choose(Optional<String> credentialsId, BuildSide side, HostSettings settings)
            throws AccessRefusedException {
        if (settings.isUseSimulator()) {
            if (!settings.isOn(Feature.SIMULATOR)) {
                throw new AccessRefusedException(Feature.SIMULATOR.refusal() + " " + Messages.feature_simulated());
            }
            return new AccessChoice(Source.SIMULATOR, Optional.empty());
        }
        if (credentialsId.isPresent()) {
            return named(credentialsId.get(), side);
        }
        if (BuildKeys.of(side.environment().get(), System.getenv()).isPresent()) {
            return new AccessChoice(Source.ENVIRONMENT, Optional.empty());
        }
        if (settings.defaultCredentials().isPresent()) {
            return named(settings.defaultCredentials().get(), side);
        }
        if (settings.isAllowControllerCredentials()) {
            return new AccessChoice(Source.CONTROLLER, Optional.empty());
        }
        throw new AccessRefusedException(Messages.access_none());
    }

    private static AccessChoice named(String id, BuildSide side) throws AccessRefusedException {
        if (find(id, side.build()) == null) {
            throw new AccessRefusedException(Messages.access_unknown(id));
        }
        return new AccessChoice(Source.CREDENTIALS, Optional.of(id));
    }

    /** Opens what was chosen; keys are looked up at the first call, and again when AWS says that they have expired. */
    static CredentialSource open(AccessChoice choice, BuildSide side) {
        return switch (choice.source()) {
            case NONE ->
                CredentialSource.keys(() -> {
                    throw new IllegalStateException("Expected no call of an execution that has no access, but got one");
                });
            case SIMULATOR -> CredentialSource.keys(() -> new AccessKeys("simulated", "simulated", Optional.empty()));
            case CONTROLLER -> CredentialSource.defaultChain();
            case ENVIRONMENT ->
                CredentialSource.keys(() -> fromEnvironment(side.environment().get()));
            case CREDENTIALS ->
                CredentialSource.keys(
                        () -> fromCredentials(choice.credentialsId().orElseThrow(), side.build()));
        };
    }

    private static AccessKeys fromEnvironment(EnvVars environment) {
        return BuildKeys.of(environment, System.getenv())
                .orElseThrow(() -> new IllegalStateException(Messages.access_environmentGone(BuildKeys.ID)));
    }

    private static AccessKeys fromCredentials(String id, Optional<Run<?, ?>> build) {
        AmazonWebServicesCredentials found = find(id, build);
        if (found == null) {
            throw new IllegalStateException(Messages.access_gone(id));
        }
        AwsCredentials keys = found.resolveCredentials();
        if (keys == null) {
            throw new IllegalStateException(Messages.access_empty(id));
        }
        Optional<String> token =
                keys instanceof AwsSessionCredentials session ? Optional.of(session.sessionToken()) : Optional.empty();
        return new AccessKeys(keys.accessKeyId(), keys.secretAccessKey(), token);
    }

    /**
     * A build finds what it may use. Where it was deleted, its drill must still be cleaned up: the id, which the build
     * once was allowed to use, is then looked up among the controller's own.
     */
    private static AmazonWebServicesCredentials find(String id, Optional<Run<?, ?>> build) {
        if (build.isEmpty()) {
            return CredentialsProvider.findCredentialByIdInItemGroup(
                    id, AmazonWebServicesCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of());
        }
        AmazonWebServicesCredentials found =
                CredentialsProvider.findCredentialById(id, AmazonWebServicesCredentials.class, build.get(), List.of());
        if (found != null) {
            CredentialsProvider.track(build.get(), found);
        }
        return found;
    }
}
