// Compile-time signatures of stapler, without behaviour; see docs/building.md.
package org.kohsuke.stapler;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import net.sf.json.JSONObject;
import org.apache.commons.fileupload2.core.FileItem;

public interface StaplerRequest2 extends HttpServletRequest {
    RequestDispatcher getView(Object it, String viewName) throws IOException;

    void bindJSON(Object bean, JSONObject src);

    JSONObject getSubmittedForm() throws ServletException;

    FileItem getFileItem2(String name) throws ServletException, IOException;
}
