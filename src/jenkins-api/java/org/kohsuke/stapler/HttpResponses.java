// Compile-time signatures of stapler, without behaviour; see docs/building.md.
package org.kohsuke.stapler;

public class HttpResponses {
    public HttpResponses() {}

    public static HttpResponses.HttpResponseException notFound() {
        throw new UnsupportedOperationException();
    }

    public static HttpResponses.HttpResponseException errorWithoutStack(int code, String errorMessage) {
        throw new UnsupportedOperationException();
    }

    public static HttpResponses.HttpResponseException status(int code) {
        throw new UnsupportedOperationException();
    }

    public static HttpResponses.HttpResponseException redirectViaContextPath(String relative) {
        throw new UnsupportedOperationException();
    }

    public static HttpRedirect redirectTo(String url) {
        throw new UnsupportedOperationException();
    }

    public static ForwardToView forwardToView(Object it, String view) {
        throw new UnsupportedOperationException();
    }

    public abstract static class HttpResponseException extends RuntimeException implements HttpResponse {
        public HttpResponseException() {}
    }
}
