package io.jenkins.plugins.drs.engine.document.transfer;

import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import java.util.List;

/**
 * What is to be exported.
 *
 * @param plans names of plans, without regard to case: only these, with the groups and accounts that they use, are
 *     exported; empty means everything
 * @param metadata what the document tells about its origin; nothing else depends on it
 */
public record ExportRequest(List<String> plans, DocumentFormat format, ExportMetadata metadata) {
    public ExportRequest {
        plans = List.copyOf(plans);
    }
}
