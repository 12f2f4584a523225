// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package jenkins.model;

import hudson.model.ModelObject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public interface ModelObjectWithContextMenu extends ModelObject {
    default ModelObjectWithContextMenu.ContextMenu doContextMenu(StaplerRequest2 request, StaplerResponse2 response)
            throws Exception {
        throw new UnsupportedOperationException();
    }

    class ContextMenu implements HttpResponse {
        public ContextMenu() {}

        public ModelObjectWithContextMenu.ContextMenu add(String url, String icon, String text) {
            throw new UnsupportedOperationException();
        }

        public void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object o)
                throws IOException, ServletException {
            throw new UnsupportedOperationException();
        }
    }
}
