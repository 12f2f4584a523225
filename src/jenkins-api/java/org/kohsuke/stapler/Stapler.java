// Compile-time signatures of stapler, without behaviour; see docs/building.md.
package org.kohsuke.stapler;

import jakarta.servlet.http.HttpServlet;

public class Stapler extends HttpServlet {
    public Stapler() {}

    public static StaplerRequest2 getCurrentRequest2() {
        throw new UnsupportedOperationException();
    }
}
