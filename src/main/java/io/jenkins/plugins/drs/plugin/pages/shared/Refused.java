package io.jenkins.plugins.drs.plugin.pages.shared;

import hudson.model.ModelObject;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.run.Feature;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A page that says why something was not done, and what stands in its way. */
public record Refused(String title, String message, List<Link> links, String back) implements ModelObject {
    /** Where a person goes on; the address is relative to Jenkins' root. */
    public record Link(String name, String url) {
        public String getName() {
            return name;
        }

        public String getUrl() {
            return url;
        }
    }

    /** @param back address to go on from, relative to Jenkins' root */
    public static HttpResponse conflict(String message, List<Link> links, String back) {
        return View.of(new Refused(Messages.refused(), message, links, back), "index")
                .withStatus(HttpServletResponse.SC_CONFLICT);
    }

    /** What was sent cannot be used. */
    public static HttpResponse badRequest(String message, String back) {
        return View.of(new Refused(Messages.refused(), message, List.of(), back), "index")
                .withStatus(HttpServletResponse.SC_BAD_REQUEST);
    }

    /** What an address names is not there; thrown by what looks it up, and answered with a page that says why. */
    public static HttpResponses.HttpResponseException notFound(String message, String back) {
        HttpResponse page = View.of(new Refused(Messages.notFound(), message, List.of(), back), "index")
                .withStatus(HttpServletResponse.SC_NOT_FOUND);
        return new HttpResponses.HttpResponseException() {
            @Override
            public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                    throws IOException, ServletException {
                page.generateResponse(request, response, node);
            }
        };
    }

    /** Stands in place of a page whose feature is switched off, and of everything below it. */
    public static Refused off(Feature feature) {
        return new Refused(Messages.refused(), feature.refusal(), List.of(), Address.ROOT + "/");
    }

    /** Whatever is asked of a page that is not there gets the reason, too. */
    public Refused getDynamic(String step) {
        return this;
    }

    @Override
    public String getDisplayName() {
        return PlainText.line(title);
    }

    public String getMessage() {
        return PlainText.line(message);
    }

    public List<Link> getLinks() {
        return links;
    }

    public String getBack() {
        return back;
    }
}
