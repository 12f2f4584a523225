package io.jenkins.plugins.drs.engine.aws.sdk;

import java.io.Serial;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * An answer without a request id of AWS: a page of a proxy, a login or a gateway. Only a web page is quoted, since
 * anything else may be an answer of AWS that lost its headers, with a secret in it. A page may repeat what it was sent, so
 * it is quoted only by {@link #said}.
 */
final class ForeignAnswerException extends UnreadableAnswerException {
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
