package io.jenkins.plugins.drs.engine.document;

import java.util.Locale;

/** How a document is written. */
public enum DocumentFormat {
    JSON,
    YAML;

    /** The format that a file of this name is expected to have: YAML for {@code .yaml} and {@code .yml}, else JSON. */
    public static DocumentFormat ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") ? YAML : JSON;
    }
}
