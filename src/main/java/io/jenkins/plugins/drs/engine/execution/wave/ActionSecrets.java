package io.jenkins.plugins.drs.engine.execution.wave;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.SecretGateway;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.plan.DynamicReferences;
import io.jenkins.plugins.drs.engine.state.ActionState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The secrets among the parameters of an action.
 *
 * @param versions that were resolved, by reference; a reference that is not among them is resolved as it is now
 */
record ActionSecrets(ActionIntended intended, Map<String, String> versions) {
    static ActionSecrets of(ActionState action) {
        return new ActionSecrets(action.intended(), action.versions().orElse(Map.of()));
    }

    static boolean areIn(Collection<List<String>> parameters) {
        return !references(parameters).isEmpty();
    }

    private static Set<DynamicReference> references(Collection<List<String>> parameters) {
        Set<DynamicReference> references = new LinkedHashSet<>();
        parameters.stream().flatMap(List::stream).forEach(value -> DynamicReferences.in(value)
                .occurrences()
                .forEach(found -> references.add(found.reference())));
        return references;
    }

    /** Reads each of them, and returns which version that was. */
    Map<String, String> read(AwsAccess aws) {
        SecretGateway gateway = aws.secrets(intended.target());
        Map<String, String> read = new LinkedHashMap<>();
        references(intended.parameters().values()).forEach(reference -> gateway.resolve(reference)
                .version()
                .ifPresent(version -> read.put(reference.toString(), version)));
        return read;
    }

    /** The parameters with secrets in place of references. */
    Map<String, List<String>> parameters(AwsAccess aws) {
        SecretGateway gateway = aws.secrets(intended.target());
        Map<String, List<String>> resolved = new LinkedHashMap<>();
        intended.parameters()
                .forEach((name, values) -> resolved.put(
                        name,
                        values.stream()
                                .map(value -> DynamicReferences.in(value)
                                        .resolved(reference -> gateway.resolve(pinned(reference))
                                                .value()))
                                .toList()));
        return resolved;
    }

    /**
     * Sees to it that the engine knows the values that were given to the runbook, so that it hides them: after a restart it has
     * to read them again.
     *
     * @return false where one of them cannot be read any more
     */
    boolean areKnown(AwsAccess aws) {
        SecretGateway gateway = aws.secrets(intended.target());
        try {
            references(intended.parameters().values()).forEach(reference -> gateway.resolve(pinned(reference)));
            return true;
        } catch (AwsFailure unreadable) {
            return false;
        }
    }

    private DynamicReference pinned(DynamicReference reference) {
        String version = versions.get(reference.toString());
        return version == null ? reference : reference.at(version);
    }
}
