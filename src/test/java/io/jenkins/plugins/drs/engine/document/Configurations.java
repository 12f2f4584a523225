package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.nio.charset.StandardCharsets;

/** Configurations for tests, from YAML. */
public final class Configurations {
    private Configurations() {}

    /** The configuration that the text describes; it must be valid, or the test is wrong. */
    public static DrConfiguration of(String yaml) {
        ReadResult result = DocumentReader.read(yaml.getBytes(StandardCharsets.UTF_8), "test.yaml");
        return result.configuration()
                .orElseThrow(() -> new IllegalArgumentException("Expected a valid document, but " + result.errors()));
    }

    /** The same without validation. */
    public static DrConfiguration unvalidated(String yaml) {
        return DocumentReader.readUnvalidated(
                        yaml.getBytes(StandardCharsets.UTF_8), "test.yaml", DocumentLimits.DEFAULT)
                .configuration()
                .orElseThrow();
    }

    /** One group of that name, selected by its own tag. */
    public static DrConfiguration group(String name) {
        return of("protectionGroups: [{groupName: \"" + name + "\", region: us-east-1, serverSelectionTags: {App: \""
                + name + "\"}}]");
    }
}
