package io.jenkins.plugins.drs.plugin.pages.configuration;

import hudson.model.ModelObject;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.document.transfer.ConfigurationExport;
import io.jenkins.plugins.drs.engine.document.transfer.ExportRecords;
import io.jenkins.plugins.drs.engine.document.transfer.ExportRequest;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.pages.shared.Access;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.pages.shared.Refused;
import io.jenkins.plugins.drs.plugin.run.Feature;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Gives out what is stored as a document. */
public final class ExportPage implements ModelObject, StaplerProxy {
    /** Where it is switched off, a page that says so stands in its place. */
    @Override
    public Object getTarget() {
        return Feature.EXPORT_IMPORT.isOn() ? this : Refused.off(Feature.EXPORT_IMPORT);
    }

    /** The name of a plan, for people. */
    public String shown(String plan) {
        return PlainText.line(plan);
    }

    @Override
    public String getDisplayName() {
        return Messages.export();
    }

    /** Names of all plans. */
    public List<String> getPlans() throws IOException {
        return PlanStore.get().current().configuration().recoveryPlans().stream()
                .map(RecoveryPlan::planName)
                .toList();
    }

    /**
     * The document; without target accounts for those who may not change them, which is no backup then. A POST, which the buttons send, is remembered as an export of its plans; a GET changes nothing, as
     * any other.
     */
    public HttpResponse doDownload(StaplerRequest2 request) throws IOException {
        Access.checkView();
        DocumentFormat format =
                "json".equals(request.getParameter("format")) ? DocumentFormat.JSON : DocumentFormat.YAML;
        String[] plans = request.getParameterValues("plan");
        try {
            List<String> chosen = plans == null ? List.of() : List.of(plans);
            DrConfiguration stored = PlanStore.get().current().configuration();
            DrConfiguration all = Access.mayConfigure() ? stored : stored.withoutAccounts();
            byte[] document = ConfigurationExport.write(all, new ExportRequest(chosen, format, metadata()));
            boolean whole = all.targetAccounts().equals(stored.targetAccounts());
            if ("POST".equals(request.getMethod()) && whole) {
                DrConfiguration part = chosen.isEmpty() ? all : PlanDocument.extract(all, chosen);
                PlanStore.get().exported(part, ExportRecords.Way.PAGE, user());
            }
            return new DocumentFile(format, document);
        } catch (NoSuchElementException e) {
            throw HttpResponses.notFound();
        }
    }

    private static String user() {
        return Jenkins.getAuthentication2().getName();
    }

    private static ExportMetadata metadata() {
        return new ExportMetadata(
                ExportMetadata.CURRENT_VERSION,
                Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(user()),
                Map.of());
    }

    /** A document that browsers save and run nothing in. */
    record DocumentFile(DocumentFormat format, byte[] content) implements HttpResponse {
        @Override
        public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                throws IOException {
            String ending = format.name().toLowerCase(Locale.ROOT);
            response.setContentType(
                    format == DocumentFormat.JSON ? "application/json;charset=UTF-8" : "text/plain;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"disaster-recovery." + ending + "\"");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(content);
        }
    }
}
