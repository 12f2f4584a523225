package io.jenkins.plugins.drs.engine.aws.sdk;

import java.io.Serial;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * An answer without a request id of AWS: a page of a proxy, a login or a gateway. Only a web page is quoted, since
 * anything else may be an answer of AWS that lost its headers, with a secret in it.
 */
final class ForeignAnswerException extends UnreadableAnswerException {
    /** So many bytes of a page are looked at. */
    static final int START = 4096;

    private static final int WORDS = 120;
    private static final Pattern PAGE = Pattern.compile("(?is)^\\s*(<!doctype html|<html).*");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.{1,200}?)</title>");
    private static final String UNSEEN =
            "(?is)<(script|style)[^>]*>.*?(</\\1>|$)|<title[^>]*>.*?</title>|<[^>]*>|&\\w+;";

    @Serial
    private static final long serialVersionUID = 1L;

    ForeignAnswerException(SdkHttpResponse head, String start) {
        super("Not AWS answered, but something on the way to it, such as a proxy or gateway: status "
                + head.statusCode()
                + head.statusText()
                        .filter(text -> !text.isBlank())
                        .map(text -> " " + plain(text))
                        .orElse("")
                + head.firstMatchingHeader("Content-Type")
                        .map(type -> ", " + plain(type))
                        .orElse("")
                + ", without a request id of AWS"
                + words(start).map(words -> ", saying \"" + words + "\"").orElse(""));
    }

    private static Optional<String> words(String start) {
        if (!PAGE.matcher(start).matches()) {
            return Optional.empty();
        }
        Matcher title = TITLE.matcher(start);
        String head = title.find() ? title.group(1) + ". " : "";
        return Optional.of(plain(head + start.replaceAll(UNSEEN, " "))).filter(words -> !words.isBlank());
    }

    private static String plain(String text) {
        String line = text.replaceAll("[\\p{C}\\s]+", " ").strip();
        return line.length() <= WORDS ? line : line.substring(0, WORDS).strip() + " …";
    }
}
