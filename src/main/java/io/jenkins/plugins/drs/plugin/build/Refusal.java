package io.jenkins.plugins.drs.plugin.build;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Says in plain text that a request came too late or too early: no error of Jenkins, so nothing is logged. */
final class Refusal implements HttpResponse {
    private final String reason;

    Refusal(String reason) {
        this.reason = reason;
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().println(reason);
    }
}
