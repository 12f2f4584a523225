package io.jenkins.plugins.drs.engine.aws.sdk;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a log would show of a failure: its stack trace with all causes. */
final class TestText {
    private TestText() {}

    static String everythingOf(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
