// Compile-time signatures of stapler, without behaviour; see docs/building.md.
package org.kohsuke.stapler;

import jakarta.servlet.http.HttpServletResponse;

public interface StaplerResponse2 extends HttpServletResponse {}
