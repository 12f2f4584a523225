package io.jenkins.plugins.drs.plugin.pages.shared;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Answers with a view of something, under a status of its own. */
public record View(Object it, String name, int status) implements HttpResponse {
    public static View of(Object it, String name) {
        return new View(it, name, 200);
    }

    public View withStatus(int other) {
        return new View(it, name, other);
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
            throws IOException, ServletException {
        response.setStatus(status);
        request.getView(it, name).forward(request, response);
    }
}
