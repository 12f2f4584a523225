package io.jenkins.plugins.drs.engine.document.transfer;

import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.util.NoSuchElementException;

/**
 * Exports configurations as documents of version 2.1.0.
 *
 * <p>Two configurations that mean the same give the same bytes, but for {@code exportMetadata}: whatever has no order of
 * its own is sorted.
 */
public final class ConfigurationExport {
    private ConfigurationExport() {}

    /**
     * The document, in UTF-8.
     *
     * @throws NoSuchElementException if a plan of the request does not exist
     */
    public static byte[] write(DrConfiguration configuration, ExportRequest request) {
        DrConfiguration selected =
                request.plans().isEmpty() ? configuration : PlanDocument.extract(configuration, request.plans());
        DrConfiguration sorted = CanonicalOrder.of(selected);
        DrConfiguration described = new DrConfiguration(
                request.metadata(),
                sorted.targetAccounts(),
                sorted.protectionGroups(),
                sorted.recoveryPlans(),
                sorted.unknown());
        return DocumentWriter.write(described, request.format());
    }
}
