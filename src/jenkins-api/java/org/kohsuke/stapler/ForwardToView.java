// Compile-time signatures of stapler, without behaviour; see docs/building.md.
package org.kohsuke.stapler;

import jakarta.servlet.RequestDispatcher;

public class ForwardToView extends RuntimeException implements HttpResponse {
    public ForwardToView(RequestDispatcher dispatcher) {}
}
