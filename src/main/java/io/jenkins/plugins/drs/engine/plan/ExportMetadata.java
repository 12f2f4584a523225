package io.jenkins.plugins.drs.engine.plan;

import java.util.Map;
import java.util.Optional;

/**
 * Where a configuration document came from. Carries no meaning for drills.
 *
 * @param version version of the document format
 * @param exportDate ISO-8601 instant
 * @param sourceAccount account that exported it
 * @param sourceRegion Region that it was exported from
 * @param exportedBy person or job that exported it
 * @param unknown further fields, kept as they were
 */
public record ExportMetadata(
        String version,
        Optional<String> exportDate,
        Optional<String> sourceAccount,
        Optional<String> sourceRegion,
        Optional<String> exportedBy,
        Map<String, Object> unknown) {

    /** The version that this product writes. */
    public static final String CURRENT_VERSION = "2.1.0";

    public static final ExportMetadata NONE = new ExportMetadata(
            CURRENT_VERSION, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public ExportMetadata {
        unknown = Ordered.map(unknown);
    }
}
