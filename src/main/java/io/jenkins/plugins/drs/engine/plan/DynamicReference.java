package io.jenkins.plugins.drs.engine.plan;

import java.util.Optional;

/**
 * A reference to a secret or a parameter that is resolved when an action starts, in CloudFormation's syntax.
 *
 * @param kind where the value lives
 * @param name name or ARN of the secret or parameter
 * @param jsonKey key whose value is taken from a secret that is a JSON object; empty means the whole secret
 * @param stage version stage of a secret such as {@code AWSPREVIOUS}; empty means {@code AWSCURRENT}
 * @param version version id of a secret or version number of a parameter; empty means the current one
 */
public record DynamicReference(
        Kind kind, String name, Optional<String> jsonKey, Optional<String> stage, Optional<String> version) {

    /** Where a referenced value lives, by the word that a reference uses for it. */
    public enum Kind {
        SECRETS_MANAGER("secretsmanager"),
        SSM("ssm"),
        SSM_SECURE("ssm-secure"),
        /** What a build of Jenkins masks, by its variable; made by the plugin, refused in documents. */
        JENKINS("jenkins");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word after {@code resolve:}. */
        public String word() {
            return word;
        }

        static Optional<Kind> of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** The same value as it is in one version, whatever becomes of the current one. */
    public DynamicReference at(String exactVersion) {
        return new DynamicReference(kind, name, jsonKey, Optional.empty(), Optional.of(exactVersion));
    }

    /** The reference as it is written, with nothing left out that names it and nothing that does not. */
    @Override
    public String toString() {
        return DynamicReferences.OPENING + kind.word() + ":" + name + details() + DynamicReferences.CLOSING;
    }

    private String details() {
        if (kind != Kind.SECRETS_MANAGER) {
            return version.map(number -> ":" + number).orElse("");
        }
        String tail = ":SecretString:" + jsonKey.orElse("") + ":" + stage.orElse("") + ":" + version.orElse("");
        return tail.equals(":SecretString:::") ? "" : tail.replaceAll(":+$", "");
    }
}
