// Compile-time signatures of stapler, without behaviour; see docs/building.md.
package org.kohsuke.stapler;

public final class HttpRedirect extends RuntimeException implements HttpResponse {
    public HttpRedirect(String url) {}
}
