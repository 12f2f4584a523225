package io.jenkins.plugins.drs.plugin.pages;

import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import java.io.IOException;
import java.util.Locale;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A document that browsers save and run nothing in. */
record DocumentFile(DocumentFormat format, byte[] content) implements HttpResponse {
    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        String ending = format.name().toLowerCase(Locale.ROOT);
        response.setContentType(
                format == DocumentFormat.JSON ? "application/json;charset=UTF-8" : "text/plain;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"disaster-recovery." + ending + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(content);
    }
}
