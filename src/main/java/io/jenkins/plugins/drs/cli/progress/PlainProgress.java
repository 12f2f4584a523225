package io.jenkins.plugins.drs.cli.progress;

import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.result.EventText;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A line with its time for every event that is worth one. */
final class PlainProgress implements Progress {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final PrintWriter out;
    private final EventText text = new EventText();

    PlainProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(RecordedEvent recorded) {
        text.line(recorded).ifPresent(line -> {
            out.println(TIME.format(recorded.at()) + "  " + line);
            out.flush();
        });
    }

    @Override
    public void tick() {}

    @Override
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void finish() {}
}
