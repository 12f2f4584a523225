package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.engine.plan.Shown;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a command writes to: the one place through which text reaches a terminal. A line that is printed stays one line,
 * and hidden characters in it are visible, whatever document, answer or file name they came from.
 */
final class Terminal extends PrintWriter {
    private Terminal(PrintWriter writer) {
        super(writer);
    }

    /** Where results go. */
    static PrintWriter out(CommandSpec command) {
        return new Terminal(command.commandLine().getOut());
    }

    /** Where problems go. */
    static PrintWriter err(CommandSpec command) {
        return new Terminal(command.commandLine().getErr());
    }

    /** One line, as {@link Shown#line}. {@link #print} alone lets layout of our own and whole documents through. */
    @Override
    public void println(String line) {
        super.println(Shown.line(line));
        flush();
    }

    @Override
    public void println(Object line) {
        println(String.valueOf(line));
    }
}
