package io.jenkins.plugins.drs.engine.aws.sdk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Lets through only answers of AWS: those with a request id that no earlier answer had, and of a size that fits into
 * memory. Every answer of DRS, SSM, EC2, STS and Secrets Manager carries its id in the header {@code x-amzn-RequestId};
 * an answer without it was given by something on the way, and one whose id is known belongs to an earlier call.
 */
final class AnswerGuard implements SdkHttpClient {
    /** The largest answer: 200 jobs of 200 servers each take 16 MB. */
    private static final int LARGEST = 32 << 20;

    private static final int IDS_KEPT = 512;

    private final SdkHttpClient http;
    private final int largest;
    private final Set<String> seen = new LinkedHashSet<>();

    AnswerGuard(SdkHttpClient http) {
        this(http, LARGEST);
    }

    /** @param largest bytes of the largest answer that is read, unpacked */
    AnswerGuard(SdkHttpClient http, int largest) {
        this.http = http;
        this.largest = largest;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest call = http.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                HttpExecuteResponse response = call.call();
                try {
                    return checked(response);
                } catch (IOException e) {
                    call.abort(); // its connection may still hold what belongs to nobody
                    throw e;
                }
            }

            @Override
            public void abort() {
                call.abort();
            }
        };
    }

    private HttpExecuteResponse checked(HttpExecuteResponse response) throws IOException {
        SdkHttpResponse head = response.httpResponse();
        String id = head.firstMatchingHeader("x-amzn-RequestId").orElse("");
        if (id.isBlank()) {
            throw new ForeignAnswerException(head, start(response));
        }
        if (isKnown(id, head)) {
            throw new UnreadableAnswerException("The answer has the request id of an earlier call, " + id);
        }
        if (head.firstMatchingHeader("Content-Length").filter(this::isTooLong).isPresent()) {
            throw tooLarge();
        }
        Optional<AbortableInputStream> body = response.responseBody();
        if (body.isEmpty()) {
            return response;
        }
        boolean packed = head.firstMatchingHeader("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        byte[] whole = whole(packed ? new GZIPInputStream(body.get()) : body.get());
        return HttpExecuteResponse.builder()
                .response(packed ? unpacked(head, whole.length) : head)
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(whole)))
                .build();
    }

    /** The same id with another date or size comes from a simulator that was started anew. */
    private boolean isKnown(String id, SdkHttpResponse head) {
        String key = id
                + head.firstMatchingHeader("Date").orElse("")
                + head.firstMatchingHeader("Content-Length").orElse("");
        synchronized (seen) {
            boolean known = !seen.add(key);
            if (seen.size() > IDS_KEPT) {
                seen.remove(seen.iterator().next());
            }
            return known;
        }
    }

    /** Takes every answer from now on for a first one: another AWS takes this one's place. */
    void forget() {
        synchronized (seen) {
            seen.clear();
        }
    }

    private byte[] whole(InputStream body) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int length = body.read(part); length >= 0; length = body.read(part)) {
            whole.write(part, 0, length);
            if (whole.size() > largest) {
                throw tooLarge();
            }
        }
        return whole.toByteArray();
    }

    private boolean isTooLong(String length) {
        return length.matches("[0-9]{10,}") || length.matches("[0-9]+") && Long.parseLong(length) > largest;
    }

    private UnreadableAnswerException tooLarge() {
        return new UnreadableAnswerException("The answer is larger than " + largest + " bytes");
    }

    private static String start(HttpExecuteResponse response) {
        try {
            byte[] start = response.responseBody().isPresent()
                    ? response.responseBody().get().readNBytes(ForeignAnswerException.START)
                    : new byte[0];
            return new String(start, StandardCharsets.UTF_8);
        } catch (IOException cut) {
            return "";
        }
    }

    private static SdkHttpResponse unpacked(SdkHttpResponse head, int length) {
        return head.toBuilder()
                .removeHeader("Content-Encoding")
                .putHeader("Content-Length", String.valueOf(length))
                .build();
    }

    boolean isLocal() {
        return http instanceof LocalHttpClient;
    }

    @Override
    public void close() {
        http.close();
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    /**
     * An answer without a request id of AWS: a page of a proxy, a login or a gateway. Only a web page is quoted, since
     * anything else may be an answer of AWS that lost its headers, with a secret in it. A page may repeat what it was sent, so
     * it is quoted only by {@link #said}.
     */
    static final class ForeignAnswerException extends UnreadableAnswerException {
        /** So many bytes of a page are read, more than a request with secrets has. */
        static final int START = 65_536;

        private static final int QUOTED = 4096;
        private static final int WORDS = 120;
        private static final Pattern PAGE = Pattern.compile("(?is)^\\s*(<!doctype html|<html).*");
        private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.{1,200}?)</title>");
        private static final String UNSEEN =
                "(?is)<(script|style)[^>]*>.*?(</\\1>|$)|<title[^>]*>.*?</title>|<[^>]*>|&\\w+;";

        @Serial
        private static final long serialVersionUID = 1L;

        private final String status;
        private final String type;
        private final String page;

        ForeignAnswerException(SdkHttpResponse head, String start) {
            super("Not AWS answered: status " + head.statusCode());
            status = head.statusCode() + head.statusText().map(" "::concat).orElse("");
            type = head.firstMatchingHeader("Content-Type").map(", "::concat).orElse("");
            page = PAGE.matcher(start).matches() ? start : "";
        }

        /** What answered, with the first words of its page; {@code scrubber} goes over all that it sent before anything is cut. */
        String said(Scrubber scrubber) {
            String words = words(scrubber.scrub(page));
            return "Not AWS answered, but something on the way to it, such as a proxy or gateway: status "
                    + plain(scrubber.scrub(status))
                    + plain(scrubber.scrub(type))
                    + ", without a request id of AWS"
                    + (words.isBlank() ? "" : ", saying \"" + words + "\"");
        }

        private static String words(String page) {
            String start = page.substring(0, Math.min(page.length(), QUOTED));
            Matcher title = TITLE.matcher(start);
            String head = title.find() ? title.group(1) + ". " : "";
            return plain(head + start.replaceAll(UNSEEN, " "));
        }

        private static String plain(String text) {
            String line = text.replaceAll("[\\p{C}\\s]+", " ").strip();
            return line.length() <= WORDS ? line : line.substring(0, WORDS).strip() + " …";
        }
    }
}
