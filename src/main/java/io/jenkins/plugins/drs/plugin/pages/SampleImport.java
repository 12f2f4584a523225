package io.jenkins.plugins.drs.plugin.pages;

import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;

/** Puts the three-tier sample into a store that has nothing yet. */
final class SampleImport {
    private static final String DOCUMENT = "/io/jenkins/plugins/drs/samples/three-tier/plan.yaml";

    private SampleImport() {}

    static HttpResponse run() throws IOException {
        StoredConfiguration current = PlanStore.get().current();
        String root = Address.ROOT + "/";
        if (!current.configuration().recoveryPlans().isEmpty()
                || !current.configuration().protectionGroups().isEmpty()) {
            return Refused.conflict(Messages.sample_notEmpty(), List.of(), root);
        }
        DrConfiguration sample = read();
        DrConfiguration next =
                current.configuration().withGroups(sample.protectionGroups()).withPlans(sample.recoveryPlans());
        try {
            PlanStore.get().replace(current.revision(), next, Change.Kind.IMPORT, Messages.sample_why());
        } catch (StaleConfigurationException | InvalidConfigurationException e) {
            return Refused.conflict(e.getMessage(), List.of(), root);
        }
        return HttpResponses.redirectViaContextPath(
                Address.item("plans", next.recoveryPlans().get(0).planName()));
    }

    private static DrConfiguration read() throws IOException {
        try (InputStream in = SampleImport.class.getResourceAsStream(DOCUMENT)) {
            if (in == null) {
                throw new IOException("Expected the sample " + DOCUMENT + " in the plugin, but it is not there");
            }
            return DocumentReader.read(in.readAllBytes(), "plan.yaml")
                    .configuration()
                    .orElseThrow(() -> new IOException("Expected the sample to be valid, but it is not"));
        }
    }
}
