package io.jenkins.plugins.drs.engine.execution.wave;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.SecretGateway;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.plan.DynamicReferences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the secrets that an action was given out of what its runbook says, because a runbook may repeat its
 * parameters. Secrets are read again for this: nothing of them is kept from the start of the action.
 */
final class Redaction {
    private static final String HIDDEN = "***";
    private static final String WITHHELD = "(withheld: the secrets in it could not be told apart)";

    /** Longest first, so that a secret within another one does not leave the rest of it. Empty when unreadable. */
    private final Optional<List<String>> secrets;

    private Redaction(Optional<List<String>> secrets) {
        this.secrets = secrets;
    }

    /** What hides the secrets among these parameter values; hides everything where one of them cannot be read. */
    static Redaction of(Collection<List<String>> parameterValues, SecretGateway gateway) {
        Set<DynamicReference> references = new LinkedHashSet<>();
        parameterValues.stream().flatMap(List::stream).forEach(value -> DynamicReferences.in(value)
                .occurrences()
                .forEach(found -> references.add(found.reference())));
        try {
            List<String> values = new ArrayList<>();
            references.forEach(reference -> values.add(gateway.resolve(reference)));
            return hiding(values);
        } catch (AwsFailure unreadable) {
            return new Redaction(Optional.empty());
        }
    }

    /** What hides these secrets. */
    static Redaction hiding(Collection<String> secrets) {
        List<String> values = new ArrayList<>(secrets);
        values.removeIf(String::isBlank);
        values.sort(Comparator.comparingInt(String::length).reversed());
        return new Redaction(Optional.of(values));
    }

    /** The same failure, in a sentence without secrets. What led to it is left out, as it may quote them too. */
    AwsFailure of(AwsFailure failure) {
        AwsFailure.Details told = failure.details();
        String message = of(told.message());
        return message.equals(told.message())
                ? failure
                : new AwsFailure(
                        new AwsFailure.Details(
                                told.kind(),
                                told.operation(),
                                told.code(),
                                message,
                                told.requestId(),
                                told.retryAfter()),
                        null);
    }

    String of(String text) {
        if (secrets.isEmpty()) {
            return text.isEmpty() ? text : WITHHELD;
        }
        String redacted = text;
        for (String secret : secrets.get()) {
            redacted = redacted.replace(secret, HIDDEN);
        }
        return redacted;
    }

    Map<String, List<String>> of(Map<String, List<String>> outputs) {
        Map<String, List<String>> redacted = new LinkedHashMap<>();
        outputs.forEach((name, values) ->
                redacted.put(of(name), values.stream().map(this::of).toList()));
        return redacted;
    }
}
