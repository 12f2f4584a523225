package io.jenkins.plugins.drs.plugin.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.SecretGateway;
import io.jenkins.plugins.drs.engine.aws.SecretGateway.Secret;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What the build of an execution masks as secret, such as values bound by {@code withCredentials}. Plans and journals have
 * references to them; the values are sealed in a file beside the journal until the execution has ended.
 */
final class MaskedValues {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,200}"); // that a reference can have
    private static final String FILE = "masked.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> byVariable = new ConcurrentHashMap<>();

    /** @param byVariable values by the variables that hold them */
    MaskedValues(Map<String, String> byVariable) {
        add(byVariable);
    }

    /** What was kept in the folder of an execution, and what its build masks now. */
    static MaskedValues of(Path folder, BuildSide side) throws IOException {
        MaskedValues values = read(folder, SealedText.JENKINS);
        values.add(side.masked().get());
        return values;
    }

    /** Values as the build has them now. */
    void add(Map<String, String> more) {
        more.forEach((variable, value) -> {
            if (!value.isBlank()) {
                byVariable.put(variable, value);
            }
        });
    }

    Collection<String> values() {
        return byVariable.values();
    }

    Map<String, String> byVariable() {
        return new TreeMap<>(byVariable);
    }

    /** A reference to a value, which is kept with these if it is not among them. */
    String reference(String value) {
        String variable = byVariable.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .filter(name -> NAME.matcher(name).matches())
                .findFirst()
                .orElseGet(() -> kept(value));
        return new DynamicReference(
                        DynamicReference.Kind.JENKINS, variable, Optional.empty(), Optional.empty(), Optional.empty())
                .toString();
    }

    private String kept(String value) {
        String name = "value-" + (byVariable.size() + 1);
        byVariable.put(name, value);
        return name;
    }

    /**
     * The request with references in place of masked values.
     *
     * @throws IOException when one stands where no reference can; its message says where
     */
    DrillRequest hiddenIn(DrillRequest request) throws IOException {
        return request.with(new MaskedPlan(this).in(request.configuration(), request.planName()));
    }

    /** Connections that give these values besides those of AWS. */
    AwsConnections through(AwsConnections aws) {
        return aws.with(access -> access.withSecrets((target, gateway) -> over(gateway)));
    }

    /** A gateway that gives these values, and those of AWS as {@code aws} does. */
    SecretGateway over(SecretGateway aws) {
        return reference ->
                reference.kind() == DynamicReference.Kind.JENKINS ? value(reference) : aws.resolve(reference);
    }

    private Secret value(DynamicReference reference) {
        return Optional.ofNullable(byVariable.get(reference.name()))
                .map(value -> new Secret(value, Optional.empty()))
                .orElseThrow(() -> lost(reference));
    }

    private static AwsFailure lost(DynamicReference reference) {
        return new AwsFailure(
                new AwsFailure.Details(
                        FailureKind.NOT_FOUND,
                        "jenkins:MaskedValue",
                        "MaskedValueLost",
                        Messages.masked_lost(reference.name()),
                        Optional.empty(),
                        Optional.empty()),
                null);
    }

    /** Keeps them for a restart of the controller. */
    void write(Path folder, SealedText seal) throws IOException {
        if (byVariable.isEmpty()) {
            return;
        }
        Map<String, String> sealed = new TreeMap<>();
        byVariable.forEach((variable, value) -> sealed.put(variable, seal.closed(value)));
        JSON.writeValue(OwnerOnly.file(folder.resolve(FILE)).toFile(), sealed);
    }

    /** Those that were kept; without those that cannot be read any more. */
    static MaskedValues read(Path folder, SealedText seal) throws IOException {
        Path file = folder.resolve(FILE);
        Map<String, String> opened = new HashMap<>();
        if (Files.exists(file)) {
            Map<String, String> sealed = JSON.readValue(file.toFile(), new TypeReference<>() {});
            sealed.forEach((variable, text) -> seal.opened(text).ifPresent(value -> opened.put(variable, value)));
        }
        return new MaskedValues(opened);
    }

    /** Forgets what was kept. */
    static void erase(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
