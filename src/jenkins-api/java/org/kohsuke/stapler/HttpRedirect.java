// Compile-time signatures: what this plugin uses of the type in stapler, without behaviour; see docs/building.md.
package org.kohsuke.stapler;

public final class HttpRedirect extends RuntimeException implements HttpResponse {
    public HttpRedirect(String url) {}
}
