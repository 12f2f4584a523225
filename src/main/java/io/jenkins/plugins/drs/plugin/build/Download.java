package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.report.JunitXml;
import io.jenkins.plugins.drs.engine.report.ResultsJson;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Files about an execution. Browsers take them for what they are called and run nothing in them. */
record Download(Content content, String type) implements HttpResponse {
    static HttpResponse results(DrillResult result) {
        return new Download(text(ResultsJson.results(result)), "application/json;charset=UTF-8");
    }

    static HttpResponse junit(DrillResult result) {
        return new Download(text(JunitXml.of(result)), "application/xml;charset=UTF-8");
    }

    static HttpResponse csv(String text) {
        return new Download(text(text), "text/csv;charset=UTF-8");
    }

    static HttpResponse json(String text) {
        return new Download(text(text), "application/json;charset=UTF-8");
    }

    /** The journal as far as it is written. */
    static HttpResponse journal(Path file) {
        return new Download(() -> Files.newInputStream(file), "text/plain;charset=UTF-8");
    }

    private static Content text(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
            throws IOException, ServletException {
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cache-Control", "no-store");
        try (InputStream in = content.open()) {
            in.transferTo(response.getOutputStream());
        }
    }

    /** Opens what is to be sent. */
    private interface Content {
        InputStream open() throws IOException;
    }
}
