package io.jenkins.plugins.drs.plugin.run;

import com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.EnvVars;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource.AccessKeys;
import io.jenkins.plugins.drs.plugin.run.AccessChoice.Source;
import java.util.List;
import java.util.Map;
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
            return new AccessChoice(Source.NONE);
        }
        return choose(wanted.credentialsId(), side, settings);
    }

    static AccessChoice choose(Optional<String> credentialsId, BuildSide side, HostSettings settings)
            throws AccessRefusedException {
        if (settings.isUseSimulator()) {
            if (!settings.isOn(Feature.SIMULATOR)) {
                throw new AccessRefusedException(Feature.SIMULATOR.refusal() + " " + Messages.feature_simulated());
            }
            return new AccessChoice(Source.SIMULATOR);
        }
        if (credentialsId.isPresent()) {
            return named(credentialsId.get(), side);
        }
        if (BuildKeys.of(side.environment().get(), System.getenv()).isPresent()) {
            return new AccessChoice(Source.ENVIRONMENT);
        }
        if (settings.defaultCredentials().isPresent()) {
            return named(settings.defaultCredentials().get(), side);
        }
        if (settings.isAllowControllerCredentials()) {
            return new AccessChoice(Source.CONTROLLER);
        }
        throw new AccessRefusedException(Messages.access_none());
    }

    private static AccessChoice named(String id, BuildSide side) throws AccessRefusedException {
        AmazonWebServicesCredentials found =
                side.build().map(build -> ofBuild(id, build)).orElseGet(() -> ofController(id));
        if (found == null) {
            throw new AccessRefusedException(Messages.access_unknown(id));
        }
        String scope =
                side.build().map(build -> CredentialScope.of(build, found)).orElse(CredentialScope.CONTROLLER);
        return new AccessChoice(Source.CREDENTIALS, Optional.of(id), Optional.of(scope));
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
                CredentialSource.keys(() -> keys(choice.credentialsId().orElseThrow(), find(choice, side.build())));
        };
    }

    private static AccessKeys fromEnvironment(EnvVars environment) {
        return BuildKeys.of(environment, System.getenv())
                .orElseThrow(() -> new IllegalStateException(Messages.access_environmentGone(BuildKeys.ID)));
    }

    private static AccessKeys keys(String id, AmazonWebServicesCredentials found) {
        AwsCredentials keys = found.resolveCredentials();
        if (keys == null) {
            throw new IllegalStateException(Messages.access_empty(id));
        }
        Optional<String> token =
                keys instanceof AwsSessionCredentials session ? Optional.of(session.sessionToken()) : Optional.empty();
        return new AccessKeys(keys.accessKeyId(), keys.secretAccessKey(), token);
    }

    /**
     * The credentials that were chosen, in the scope where they were found then: neither a build that still runs nor the
     * cleanup of one that was deleted gets others of the same id.
     */
    private static AmazonWebServicesCredentials find(AccessChoice choice, Optional<Run<?, ?>> build) {
        String id = choice.credentialsId().orElseThrow();
        boolean byBuild = choice.scope()
                .filter(scope -> !scope.equals(CredentialScope.BUILD))
                .isEmpty();
        if (byBuild && build.isEmpty()) {
            throw new IllegalStateException(Messages.access_scopeUnknown(id));
        }
        Optional<AmazonWebServicesCredentials> found = byBuild
                ? Optional.ofNullable(ofBuild(id, build.orElseThrow()))
                : CredentialScope.find(choice.scope().orElseThrow(), id);
        build.ifPresent(user -> found.ifPresent(credentials -> CredentialsProvider.track(user, credentials)));
        return found.orElseThrow(() -> new IllegalStateException(Messages.access_gone(id)));
    }

    private static AmazonWebServicesCredentials ofBuild(String id, Run<?, ?> build) {
        return CredentialsProvider.findCredentialById(id, AmazonWebServicesCredentials.class, build, List.of());
    }

    /** For pages, which ask without a build. */
    private static AmazonWebServicesCredentials ofController(String id) {
        return CredentialsProvider.findCredentialByIdInItemGroup(
                id, AmazonWebServicesCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of());
    }

    /** The {@code AWS_*} variables of a build, as {@code withCredentials} and {@code withAWS} set them. */
    static final class BuildKeys {
        /** The variable that makes the others count. */
        static final String ID = "AWS_ACCESS_KEY_ID";

        private BuildKeys() {}

        /**
         * The keys that were given to the build. Empty where it has none, and where it merely inherited those of the controller's process, as everything
         * does that runs on the built-in node: these are the controller's own, which an administrator has to lend.
         *
         * @param build variables as a step sees them
         * @param controller variables of the controller's process
         */
        static Optional<AccessKeys> of(Map<String, String> build, Map<String, String> controller) {
            return filled(build, ID)
                    .filter(id -> !id.equals(controller.get(ID)))
                    .map(id -> new AccessKeys(
                            id, build.getOrDefault("AWS_SECRET_ACCESS_KEY", ""), filled(build, "AWS_SESSION_TOKEN")));
        }

        private static Optional<String> filled(Map<String, String> variables, String name) {
            return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
        }
    }
}
