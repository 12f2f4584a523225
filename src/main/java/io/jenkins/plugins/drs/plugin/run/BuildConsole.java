package io.jenkins.plugins.drs.plugin.run;

import hudson.AbortException;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place through which text reaches the console of a build. A line stays one line, and hidden characters in it
 * are visible, whatever document, answer of AWS or name they came from.
 */
public final class BuildConsole {
    private static final String PREFIX = "[drs] ";

    private BuildConsole() {}

    /** Prints a line, as {@link Shown#line}. */
    public static void print(TaskListener log, String line) {
        printNoted(log, Shown.line(line));
    }

    /** Prints a line that holds notes of Jenkins, such as links, and no text of others. */
    static void printNoted(TaskListener log, String line) {
        log.getLogger().println(PREFIX + line);
    }

    /** What ends a step with a message, of one line or several, and without a stack trace; Jenkins prints it as it is. */
    public static AbortException abort(String... lines) {
        return new AbortException(Stream.of(lines).map(Shown::line).collect(Collectors.joining("\n")));
    }
}
